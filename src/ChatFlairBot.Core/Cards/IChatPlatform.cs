using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Cards;

/// <summary>A chat system that cards are posted to.</summary>
public interface IChatPlatform
{
    /// <summary>The name that settings and <see cref="ChannelAddress.Platform"/> use.</summary>
    string Name { get; }

    /// <summary>How often it may be spoken to.</summary>
    PostLimits Limits => PostLimits.None;

    /// <summary>Whether it can tell a member something that nobody else sees (<see cref="ChannelAddress.Member"/>).</summary>
    bool TellsMembers => false;

    /// <summary>Posts a card. It neither waits nor repeats: rescheduling is the outbox's work.</summary>
    /// <param name="channel">Where to.</param>
    /// <param name="card">What.</param>
    /// <param name="deliveryKey">The same for every attempt of one delivery, so that a platform can recognise a repetition.</param>
    /// <param name="token">Ends the attempt; its outcome is then unknown.</param>
    Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token);
}

/// <summary>A platform that can change what it was given.</summary>
public interface ICardEditor
{
    /// <summary>Shows another card in a message's place.</summary>
    Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token);

    /// <summary>Takes a message back.</summary>
    Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token);
}

/// <summary>A platform that can tell whether a delivery already reached its channel.</summary>
public interface IDeliveryVerifier
{
    /// <returns>The platform's message id, or null when the channel has no such card.</returns>
    Task<string?> FindAsync(ChannelAddress channel, string deliveryKey, CancellationToken token);
}

/// <summary>A platform that can show the payload it would make of a card, for previews.</summary>
public interface ICardRenderer
{
    string Platform { get; }

    /// <summary>The payload as the platform's JSON.</summary>
    System.Text.Json.Nodes.JsonNode Render(Card card);
}
