using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Who asks, and from where.</summary>
/// <param name="Activity">What they sent.</param>
/// <param name="Workspace">The team or chat; null where the bot is not installed, as with its message extension.</param>
/// <param name="Asker">Who.</param>
internal sealed record TeamsContext(TeamsActivity Activity, Workspace? Workspace, TeamsMember Asker)
{
    public ChannelAddress Channel => Of(Activity.Room);

    /// <summary>
    /// Whether they look after this team's channels, or this chat: its owners, and whoever brought the bot. What concerns everybody,
    /// such as polls that are held back, is for those whom the settings name.
    /// </summary>
    private bool IsManagerHere => Asker.IsOwner || (Workspace?.InstalledBy is { } installer && installer == Activity.From);

    public ChannelAddress Of(string room) => new(TeamsOptions.Platform, Activity.Workspace, room);

    public FlairRequest Request(FlairCommand command, ChannelAddress channel, string text = "") => new(Asker.Member, channel, text) { IsManager = IsManagerHere && IsOfChannel(command) };

    private static bool IsOfChannel(FlairCommand command) =>
        command is FlairCommand.Subscribe or FlairCommand.Unsubscribe or FlairCommand.Settings or FlairCommand.Preview or FlairCommand.Pause or FlairCommand.Resume or FlairCommand.Simulate;
}
