using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Who asks, and from where.</summary>
/// <param name="Workspace">Where the bot is installed.</param>
/// <param name="Team">Slack's own id of it, as the request says.</param>
/// <param name="User">Slack's id of who asks.</param>
internal sealed record SlackContext(Workspace Workspace, string? Team, string User)
{
    /// <summary>What Slack calls them, when it says; never relied on.</summary>
    public string? UserName { get; init; }

    public ChannelAddress Channel(string id) => new(SlackOptions.Platform, Workspace.Id, id);

    /// <summary>Whoever brought the bot may configure it.</summary>
    public FlairRequest Request(SlackMember asker, string channel, string text) =>
        new(asker.Member, Channel(channel), text) { IsManager = Workspace.InstalledBy is { } installer && installer == User };
}
