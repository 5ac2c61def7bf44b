using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>
/// Sends deliveries, in order within a channel: the attempt is written before the call and its end after it, so that a
/// crash between the two leaves a trace and is never taken for "not sent".
/// </summary>
public sealed class Outbox(
    IDeliveryStore store,
    Subscriptions subscriptions,
    IReadOnlyList<IChatPlatform> platforms,
    ContentCards cards,
    DeliveryJudge judge,
    PostPace pace,
    TimeProvider time)
{
    /// <summary>Tries a channel's oldest unfinished delivery.</summary>
    /// <returns>What became of it, or null when nothing is due.</returns>
    public async Task<DeliveryStep?> DeliverNextAsync(ChannelAddress channel, CancellationToken token)
    {
        var delivery = await store.ClaimAsync(channel, time.GetUtcNow(), token);
        if (delivery is null) return null;

        if (await PutOffAsync(delivery, token) is not { } verdict)
        {
            var outcome = await AttemptAsync(delivery, token);
            pace.Done(delivery.Channel);
            verdict = judge.Of(delivery, outcome, time.GetUtcNow());
        }

        // Once the call is made its end is written even while the process is told to stop.
        await store.SettleAsync(delivery.Number, verdict, CancellationToken.None);
        return new DeliveryStep(delivery, verdict);
    }

    // What was planned an hour ago may meet the evening, the next day's budget, or a channel that does not want it any more.
    private async Task<DeliveryVerdict?> PutOffAsync(Delivery delivery, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (delivery.Content is DeliveryContent.Card { Announcement.IsOfNobody: true }) return DeliveryVerdict.Untried(DeliveryState.Dropped, now, now, "The account is hidden or gone.");
        if (delivery.Content is DeliveryContent.Digest { Lines.Count: 0 }) return DeliveryVerdict.Untried(DeliveryState.Dropped, now, now, "Nothing is left to tell.");
        if (delivery.PlannedOn is { } day)
        {
            if (await subscriptions.TermsOfAsync(delivery.Channel, token) is not { } terms) return DeliveryVerdict.Untried(DeliveryState.Dropped, now, now, "The channel unsubscribed before it was told.");
            var opening = terms.Hours.NextOpening(now);
            if (delivery.WasUncertain && opening > now) return DeliveryVerdict.Untried(DeliveryState.Uncertain, now, Soon(opening, now), "The channel is in its quiet hours.");
            if (!delivery.WasUncertain && (opening > now || terms.Hours.DayOf(now) != day)) return DeliveryVerdict.Untried(DeliveryState.Waiting, now, opening, "It could not be sent on the day it was planned for.");
        }

        var limits = PlatformOf(delivery.Channel)?.Limits ?? PostLimits.None;
        return pace.Take(delivery.Channel, limits) is { } wait
            ? DeliveryVerdict.Untried(delivery.WasUncertain ? DeliveryState.Uncertain : DeliveryState.Pending, now, now + wait, "The platform takes only so many messages at once.")
            : null;
    }

    private async Task<PostOutcome> AttemptAsync(Delivery delivery, CancellationToken token)
    {
        var platform = PlatformOf(delivery.Channel);
        if (platform is null) return new PostOutcome.Gone($"No platform '{delivery.Channel.Platform}' is switched on.");
        try
        {
            if (delivery.WasUncertain
                && platform is IDeliveryVerifier verifier
                && await verifier.FindAsync(delivery.Channel, delivery.Key, token) is { } found)
            {
                return new PostOutcome.Posted(found);
            }

            return await platform.PostAsync(delivery.Channel, await cards.OfAsync(delivery.Content, delivery.Channel, delivery.Key, token), delivery.Key, token);
        }
#pragma warning disable CA1031 // The boundary to other people's transports: whatever breaks in one, its delivery is uncertain and the others go on.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return new PostOutcome.Uncertain($"The attempt broke off: {broken.Message}");
        }
    }

    // A planned delivery that is due later than any back-off would pass for the work of a wrong clock.
    private static DateTimeOffset Soon(DateTimeOffset time, DateTimeOffset now) => time < now + Backoff.Default.Longest ? time : now + Backoff.Default.Longest;

    private IChatPlatform? PlatformOf(ChannelAddress channel) => platforms.FirstOrDefault(one => one.Name == channel.Platform);
}

/// <summary>One attempt and what became of it.</summary>
public sealed record DeliveryStep(Delivery Delivery, DeliveryVerdict Verdict);
