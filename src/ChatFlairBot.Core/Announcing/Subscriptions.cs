using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>All subscriptions in force: those of the settings, and those that channels made in chat.</summary>
public sealed class Subscriptions(IReadOnlyList<Subscription> ofSettings, ISubscriptionStore store)
{
    /// <summary>When a member is told what nobody else hears of.</summary>
    public Terms OfMembers { get; init; } = new(Pace.Immediately, TimeOnly.MinValue, DayOfWeek.Monday, new ChannelHours(TimeZoneInfo.Utc, null, new HashSet<DayOfWeek>()), CardsPerDay: 0);

    /// <summary>Those that chat cannot change.</summary>
    public IReadOnlyList<Subscription> OfSettings => ofSettings;

    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken token) => [.. ofSettings, .. await store.ListAsync(token)];

    public async Task<IReadOnlyList<Subscription>> OfAsync(ChannelAddress channel, CancellationToken token) => channel.Member is null
        ? [.. (await ListAsync(token)).Where(one => one.Channel == channel)]
        : [new Subscription(channel.Channel, channel, OfMembers)];

    /// <summary>The strictest terms of a channel's subscriptions decide when it is spoken to; null when it has none.</summary>
    public async Task<Terms?> TermsOfAsync(ChannelAddress channel, CancellationToken token) =>
        (await OfAsync(channel, token)).OrderBy(one => one.Terms.CardsPerDay is 0 ? int.MaxValue : one.Terms.CardsPerDay).FirstOrDefault()?.Terms;
}
