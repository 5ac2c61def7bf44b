using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The built-in chat page as a platform.</summary>
internal sealed class PlaygroundPlatform(PlaygroundRooms rooms, IEnumerable<ICardRenderer> renderers, TimeProvider time) : IChatPlatform, IDeliveryVerifier, ICardEditor
{
    /// <summary>The platforms whose view of a card the page can switch to.</summary>
    public IReadOnlyList<string> Previews { get; } = [.. renderers.Select(one => one.Platform)];

    public string Name => PlaygroundOptions.Platform;

    public Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
    {
        if (!rooms.Has(channel.Channel)) return Task.FromResult<PostOutcome>(new PostOutcome.Gone($"The playground has no channel '{channel.Channel}'."));
        rooms.Show(Message(channel.Channel, card, deliveryKey, time.GetUtcNow()));
        return Task.FromResult<PostOutcome>(new PostOutcome.Posted(deliveryKey));
    }

    public Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token) =>
        Task.FromResult(rooms.Has(channel.Channel) ? rooms.Find(channel.Channel, deliveryKey)?.Id : null);

    public Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token)
    {
        var isThere = rooms.Has(channel.Channel)
            && rooms.Find(channel.Channel, messageId) is { } old
            && rooms.Replace(Message(channel.Channel, card, messageId, old.At));
        return Task.FromResult<PostOutcome>(isThere ? new PostOutcome.Posted(messageId) : new PostOutcome.Gone("The page does not show that card any more."));
    }

    public Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token)
    {
        if (rooms.Has(channel.Channel)) rooms.Remove(channel.Channel, messageId);
        return Task.FromResult<PostOutcome>(new PostOutcome.Posted(messageId));
    }

    public MessagePayload Message(string channel, Card card, string id, DateTimeOffset at, string? answerTo = null, bool isPrivate = false) => new(
        id,
        channel,
        at,
        isPrivate,
        answerTo,
        PlaygroundCards.Render(card),
        renderers.ToDictionary(one => one.Platform, one => (JsonNode?)one.Render(card), StringComparer.Ordinal));
}
