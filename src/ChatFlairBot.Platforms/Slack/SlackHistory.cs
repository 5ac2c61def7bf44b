using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>Looks in a channel for a card whose answer was lost, by the delivery's key that travels with every card.</summary>
/// <remarks>
/// A second line of defence: the history of a channel is only open to a bot that is in it and has the permission, and to widely
/// distributed apps only once a minute and for 15 messages (docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps).
/// </remarks>
internal sealed class SlackHistory(SlackOptions options, SlackCalls calls)
{
    private const string EventType = "flair_delivery";

    /// <summary>Messages of one answer; Slack gives fewer where it allows fewer.</summary>
    private const string PageSize = "100";

    private const int MostPages = 5;

    /// <summary>Searches that were broken off; more are not waiting at once, and one that is forgotten only begins anew.</summary>
    private const int MostBrokenOff = 1_000;

    /// <summary>Slack's clock and ours may differ by so much.</summary>
    private static readonly TimeSpan Earlier = TimeSpan.FromMinutes(5);

    /// <summary>Where a search goes on that Slack broke off: it may give one page a minute, and beginning anew would never get beyond it.</summary>
    private readonly ConcurrentDictionary<(ChannelAddress Channel, string DeliveryKey), (int Page, string Cursor)> _brokenOff = new();

    /// <summary>What goes along with a card; every app of the workspace can read it, so it holds the key and nothing else.</summary>
    public static JsonObject Metadata(string deliveryKey) => new() { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = deliveryKey } };

    /// <returns>The message's id; null when it is not there, or nobody lets us look.</returns>
    /// <exception cref="HttpRequestException">Slack did not answer now: whether it is there is still unknown.</exception>
    public async Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token)
    {
        if (!options.ReadHistory) return null;
        var (page, cursor) = _brokenOff.TryRemove((channel, deliveryKey), out var before) ? (before.Page, (string?)before.Cursor) : (0, null);
        for (; page < MostPages; page++)
        {
            var answer = await calls.ReadAsync(channel.Workspace, SlackMethod.History, Fields(channel.Channel, deliveryKey, cursor), token);
            if (answer is SlackAnswer.RateLimited or SlackAnswer.Broken)
            {
                // Nothing that was posted before can be on the pages that were read: newer messages only come in front of them.
                if (cursor is not null && _brokenOff.Count < MostBrokenOff) _brokenOff[(channel, deliveryKey)] = (page, cursor);
                throw new HttpRequestException("Slack does not show the channel's history now.");
            }

            if (answer is not SlackAnswer.Ok { Body: var body } || body.At("messages") is not { ValueKind: JsonValueKind.Array } messages) return null;
            foreach (var message in messages.EnumerateArray())
            {
                if (message.At("metadata") is { } metadata && metadata.Text("event_type") == EventType && metadata.At("event_payload")?.Text("key") == deliveryKey) return message.Text("ts");
            }

            cursor = body.At("response_metadata")?.Text("next_cursor");
            if (cursor is null) return null;
        }

        return null;
    }

    private static List<KeyValuePair<string, string>> Fields(string channel, string deliveryKey, string? cursor)
    {
        List<KeyValuePair<string, string>> fields = [SlackWeb.Field("channel", channel), SlackWeb.Field("include_all_metadata", "true"), SlackWeb.Field("limit", PageSize)];
        if (CreatedAt(deliveryKey) is { } at) fields.Add(SlackWeb.Field("oldest", (at - Earlier).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (cursor is not null) fields.Add(SlackWeb.Field("cursor", cursor));
        return fields;
    }

    // d-12-18c: the last part is when it was made.
    private static DateTimeOffset? CreatedAt(string deliveryKey) =>
        long.TryParse(deliveryKey.Split('-')[^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
