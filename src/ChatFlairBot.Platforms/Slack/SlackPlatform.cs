using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
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

    public string Name => SlackOptions.Platform;

    public PostLimits Limits => OfSlack;

    public async Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
    {
        var answer = await PostOnceAsync(channel, card, deliveryKey, token);
        // A picture that Slack cannot fetch fails the whole card.
        if (answer is SlackAnswer.Error { Code: "invalid_blocks" } && card.Avatar?.Address is not null) answer = await PostOnceAsync(channel, card with { Avatar = null }, deliveryKey, token);
        return SlackOutcomes.Of(answer);
    }

    public async Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token) => SlackOutcomes.Of(
        await calls.CallAsync(channel.Workspace, SlackMethod.Update, [.. SlackCalls.MessageFields(channel.Channel, cards.Of(card)), SlackWeb.Field("ts", messageId)], token), messageId);

    public async Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token)
    {
        var answer = await calls.CallAsync(channel.Workspace, SlackMethod.Delete, [SlackWeb.Field("channel", channel.Channel), SlackWeb.Field("ts", messageId)], token);
        // Somebody was faster.
        return answer is SlackAnswer.Error { Code: "message_not_found" } ? new PostOutcome.Posted(messageId) : SlackOutcomes.Of(answer, messageId);
    }

    public Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token) => history.FindAsync(channel, deliveryKey, token);

    private Task<SlackAnswer> PostOnceAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token) => calls.CallAsync(
        channel.Workspace, SlackMethod.Post, [.. SlackCalls.MessageFields(channel.Channel, cards.Of(card)), SlackWeb.Field("metadata", SlackHistory.Metadata(deliveryKey).ToJsonString())], token);
}
