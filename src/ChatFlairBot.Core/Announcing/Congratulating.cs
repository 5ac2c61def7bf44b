using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Counts who is glad about a card, and shows the card with the count.</summary>
public sealed class Congratulating(IStore store, ContentCards cards, TimeProvider time)
{
    /// <param name="key">The card's delivery.</param>
    /// <param name="channel">Where the button was pressed: only a card of that channel counts.</param>
    /// <param name="member">Who pressed it.</param>
    /// <param name="token">Ends the call.</param>
    public async Task<Congratulated> AddAsync(string key, ChannelAddress channel, MemberId member, CancellationToken token)
    {
        if (await FindAsync(key, channel, token) is not { Content: DeliveryContent.Card { Announcement: var announcement } } delivery) return new(CongratulatedAs.Unknown, null);
        if ((await store.Members.LinksAsync(member, token)).Any(link => link.Person == announcement.Standing.Person)) return new(CongratulatedAs.Self, null);
        var isNew = await store.Congratulations.AddAsync(delivery.Number, member, time.GetUtcNow(), token);
        return new(isNew ? CongratulatedAs.First : CongratulatedAs.Again, await cards.OfAsync(delivery.Content, channel, key, token));
    }

    /// <summary>A card as it looks now; null when that channel has no such card any more.</summary>
    public async Task<Card?> ShowAsync(string key, ChannelAddress channel, CancellationToken token) =>
        await FindAsync(key, channel, token) is { } delivery ? await cards.OfAsync(delivery.Content, channel, key, token) : null;

    // Another database counts its deliveries anew, so the number alone would not do.
    private async Task<Delivery?> FindAsync(string key, ChannelAddress channel, CancellationToken token) =>
        Delivery.NumberOf(key) is { } number && await store.Deliveries.ShownAsync(number, token) is { } delivery && delivery.Key == key && delivery.Channel == channel ? delivery : null;
}

/// <summary>What became of a congratulation.</summary>
/// <param name="As">Whether it counted.</param>
/// <param name="Card">The card with the count of now; null when it did not count.</param>
public sealed record Congratulated(CongratulatedAs As, Card? Card);

/// <summary>How a congratulation counts.</summary>
public enum CongratulatedAs
{
    /// <summary>The first one of this member.</summary>
    First,

    /// <summary>Counted before.</summary>
    Again,

    /// <summary>It is the member's own milestone.</summary>
    Self,

    /// <summary>There is no such card in that channel.</summary>
    Unknown,
}
