using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>Everything between an accepted poll and a platform, on a store of a test.</summary>
internal sealed class Announcer(IStore store, SeededBot bot, IChatPlatform? platform, params IReadOnlyList<Subscription> ofSettings)
{
    /// <summary>At once, at any hour, as many as there are.</summary>
    public static Terms Always { get; } = new(Pace.Immediately, new TimeOnly(9, 30), DayOfWeek.Monday, new ChannelHours(TimeZoneInfo.Utc, null, new HashSet<DayOfWeek>()), 0);

    public Subscriptions Subscriptions { get; } = new(ofSettings, store.Subscriptions);

    private ContentCards Contents => new(new CardMaker(bot.Rules, new Dictionary<string, string>(StringComparer.Ordinal)), store.People, store.Members, store.Congratulations);

    public static Subscription To(ChannelAddress channel, Terms? terms = null) => new("some", channel, terms ?? Always);

    public FanOut FanOut => new(Subscriptions, store.Deliveries, store.Subscriptions, new Consents(store.Members, Consent.Share), new Whispers(store.Members, platform is null ? [] : [platform], Always), bot.Clock);

    public Planning Planning => new(Subscriptions, store.Deliveries, store.Subscriptions, store.People, bot.Clock);

    public Outbox Outbox => new(
        store.Deliveries, Subscriptions, platform is null ? [] : [platform], Contents, new DeliveryJudge(Backoff.Default, new Random(1)), new PostPace(bot.Clock), bot.Clock);

    public Amending Amending => new(store.Deliveries, platform is null ? [] : [platform], Contents);

    /// <summary>Fans out what is pending and plans it in the channels of the settings.</summary>
    public async Task PlanAsync(CancellationToken token)
    {
        await FanOut.RunAsync(token);
        foreach (var channel in (await Subscriptions.ListAsync(token)).Select(one => one.Channel).Distinct()) await Planning.RunAsync(channel, token);
    }

    /// <summary>All that is due now, as the delivery loop would do it.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        await PlanAsync(token);
        foreach (var due in await store.Deliveries.DueChannelsAsync(token))
        {
            while (await Outbox.DeliverNextAsync(due.Channel, token) is { } step && step.Verdict.DueAt <= bot.Clock.GetUtcNow())
            {
                // The next one.
            }

            await Amending.RunAsync(due.Channel, token);
        }
    }
}
