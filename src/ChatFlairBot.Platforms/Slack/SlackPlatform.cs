using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>Slack as a platform: posts, changes and deletes cards. Each call's end is an outcome; waiting and repeating is the outbox's work.</summary>
internal sealed class SlackPlatform(SlackCalls calls, SlackCards cards, SlackHistory history) : IChatPlatform, ICardEditor, IDeliveryVerifier
{
    /// <summary>
    /// One message a second and channel (docs.slack.dev/apis/web-api/rate-limits). What a workspace takes in all Slack does not say; when it is too much, its answer closes the method for as long as it asks.
    /// </summary>
    private static readonly PostLimits OfSlack = new([new PostLimit(1, TimeSpan.FromSeconds(1))], [], []);

    /// <summary>Between a conversation and the time of a message in it, where the address does not name the conversation.</summary>
    private const char Within = '/';

    public string Name => SlackOptions.Platform;

    public PostLimits Limits => OfSlack;

    public bool TellsMembers => true;

    public async Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
    {
        var answer = await PostOnceAsync(channel, card, deliveryKey, token);
        // A picture that Slack cannot fetch fails the whole card.
        if (answer is SlackAnswer.Error { Code: "invalid_blocks" } && card.Avatar?.Address is not null) answer = await PostOnceAsync(channel, card with { Avatar = null }, deliveryKey, token);
        var outcome = SlackOutcomes.Of(answer);
        // Only posting takes a member's id; what was posted lies in a conversation with an id of its own (docs.slack.dev/reference/methods/chat.postMessage, "Channels").
        return channel.Member is not null && outcome is PostOutcome.Posted && answer is SlackAnswer.Ok ok && ok.Body.Text("channel") is { } direct && ok.Body.Text("ts") is { } ts
            ? new PostOutcome.Posted($"{direct}{Within}{ts}")
            : outcome;
    }

    public async Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token)
    {
        var (room, ts) = Place(channel, messageId);
        return SlackOutcomes.Of(await calls.CallAsync(channel.Workspace, SlackMethod.Update, [.. SlackCalls.MessageFields(room, cards.Of(card)), SlackWeb.Field("ts", ts)], token), messageId);
    }

    public async Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token)
    {
        var (room, ts) = Place(channel, messageId);
        var answer = await calls.CallAsync(channel.Workspace, SlackMethod.Delete, [SlackWeb.Field("channel", room), SlackWeb.Field("ts", ts)], token);
        // Somebody was faster.
        return answer is SlackAnswer.Error { Code: "message_not_found" } ? new PostOutcome.Posted(messageId) : SlackOutcomes.Of(answer, messageId);
    }

    public Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token) => channel.Member is null ? history.FindAsync(channel, deliveryKey, token) : Task.FromResult<string?>(null);

    private static (string Room, string Ts) Place(ChannelAddress channel, string messageId) =>
        messageId.Split(Within) is [var direct, var ts] ? (direct, ts) : (channel.Channel, messageId);

    private Task<SlackAnswer> PostOnceAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token) => calls.CallAsync(
        channel.Workspace, SlackMethod.Post, [.. SlackCalls.MessageFields(channel.Member ?? channel.Channel, cards.Of(card)), SlackWeb.Field("metadata", SlackHistory.Metadata(deliveryKey).ToJsonString())], token);
}
