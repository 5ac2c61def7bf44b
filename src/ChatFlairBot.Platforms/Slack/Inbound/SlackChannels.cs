using System.Collections.Concurrent;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>What a channel is, by <c>conversations.info</c>.</summary>
/// <param name="Name">Without a sign before it, or null.</param>
/// <param name="IsShared">Whether people of another company read it.</param>
internal sealed record SlackChannel(string? Name, bool IsShared);

/// <summary>Looks channels up, each at most once in some minutes.</summary>
internal sealed class SlackChannels(SlackCalls calls, TimeProvider time)
{
    private const int MostKept = 5_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<ChannelAddress, (SlackChannel? Channel, DateTimeOffset Until)> _known = new();

    /// <returns>Null when Slack does not tell: a private channel that the bot is not in.</returns>
    public async Task<SlackChannel?> FindAsync(ChannelAddress channel, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(channel, out var known) && known.Until > now && known.Until <= now + Kept) return known.Channel;
        var answer = await calls.ReadAsync(channel.Workspace, SlackMethod.ChannelInfo, [SlackWeb.Field("channel", channel.Channel)], token);
        var found = answer is SlackAnswer.Ok { Body: var body } && body.At("channel") is { } shown ? new SlackChannel(shown.Text("name"), shown.Flag("is_ext_shared")) : null;
        if (_known.Count >= MostKept) _known.Clear();
        _known[channel] = (found, now + Kept);
        return found;
    }

    /// <summary>What a manager should know before cards go there; null for nothing.</summary>
    public async Task<string?> WarningAsync(ChannelAddress channel, CancellationToken token)
    {
        var found = await FindAsync(channel, token);
        if (found is null) return "I can't see this channel. If it is private, invite me, or no card will arrive.";
        return found.IsShared ? "People of another company read this channel: they will see your colleagues' milestones." : null;
    }
}
