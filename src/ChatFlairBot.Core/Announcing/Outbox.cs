using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>
/// Sends deliveries, in order within a channel: the attempt is written before the call and its end after it, so that a
/// crash between the two leaves a trace and is never taken for "not sent".
/// </summary>
public sealed class Outbox(
    IDeliveryStore store,
    IReadOnlyList<IChatPlatform> platforms,
    CardMaker cards,
    Backoff backoff,
    TimeProvider time,
    Random random)
{
    /// <summary>Tries a channel's oldest unfinished delivery.</summary>
    /// <returns>What became of it, or null when nothing is due.</returns>
    public async Task<DeliveryStep?> DeliverNextAsync(ChannelAddress channel, CancellationToken token)
    {
        var delivery = await store.ClaimAsync(channel, time.GetUtcNow(), token);
        if (delivery is null) return null;

        var outcome = await AttemptAsync(delivery, token);
        var verdict = Judge(delivery, outcome);
        // Once the call is made its end is written even while the process is told to stop.
        await store.SettleAsync(delivery.Number, verdict, CancellationToken.None);
        return new DeliveryStep(delivery, verdict);
    }

    private async Task<PostOutcome> AttemptAsync(Delivery delivery, CancellationToken token)
    {
        var platform = platforms.FirstOrDefault(one => one.Name == delivery.Channel.Platform);
        if (platform is null) return new PostOutcome.Gone($"No platform '{delivery.Channel.Platform}' is switched on.");
        try
        {
            if (delivery.WasUncertain
                && platform is IDeliveryVerifier verifier
                && await verifier.FindAsync(delivery.Channel, delivery.Key, token) is { } found)
            {
                return new PostOutcome.Posted(found);
            }

            return await platform.PostAsync(delivery.Channel, cards.Milestone(delivery.Announcement), delivery.Key, token);
        }
#pragma warning disable CA1031 // The boundary to other people's transports: whatever breaks in one, its delivery is uncertain and the others go on.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return new PostOutcome.Uncertain($"The attempt broke off: {broken.Message}");
        }
    }

    private DeliveryVerdict Judge(Delivery delivery, PostOutcome outcome)
    {
        var now = time.GetUtcNow();
        return outcome switch
        {
            PostOutcome.Posted posted => new(DeliveryState.Sent, now, now, posted.MessageId, null),
            PostOutcome.Gone gone => new(DeliveryState.Parked, now, now, null, gone.Reason),
            PostOutcome.Refused refused => new(DeliveryState.Dropped, now, now, null, refused.Reason),
            _ when now - delivery.CreatedAt >= backoff.GiveUpAfter => new(DeliveryState.Dropped, now, now, null, Reason(outcome)),
            PostOutcome.Later { After: { } after } later => new(DeliveryState.Pending, now, now + (after < backoff.Longest ? after : backoff.Longest), null, later.Reason),
            PostOutcome.Later later => new(DeliveryState.Pending, now, now + Wait(), null, later.Reason),
            PostOutcome.Uncertain uncertain => new(DeliveryState.Uncertain, now, now + Wait(), null, uncertain.Reason),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };

        TimeSpan Wait() => backoff.After(delivery.Attempts, random);
    }

    private static string Reason(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Later later => $"Given up, too old to be news. Last: {later.Reason}",
        PostOutcome.Uncertain uncertain => $"Given up, too old to be news. Last: {uncertain.Reason}",
        _ => "Given up, too old to be news.",
    };
}

/// <summary>One attempt and what became of it.</summary>
public sealed record DeliveryStep(Delivery Delivery, DeliveryVerdict Verdict);
