using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Turns the end of an attempt into what becomes of the delivery.</summary>
public sealed class DeliveryJudge(Backoff backoff, Random random)
{
    public DeliveryVerdict Of(Delivery delivery, PostOutcome outcome, DateTimeOffset now)
    {
        return outcome switch
        {
            PostOutcome.Posted posted => new(DeliveryState.Sent, now, now, posted.MessageId, null),
            // A member who cannot be told is their own affair: nobody else hears of it, not even that there was something.
            PostOutcome.Gone gone when delivery.Channel.Member is not null => new(DeliveryState.Dropped, now, now, null, gone.Reason),
            PostOutcome.Gone gone => new(DeliveryState.Parked, now, now, null, gone.Reason),
            PostOutcome.Refused refused => new(DeliveryState.Dropped, now, now, null, refused.Reason),
            _ when now - delivery.CreatedAt >= backoff.GiveUpAfter => new(DeliveryState.Dropped, now, now, null, TooOld(outcome)),
            PostOutcome.Later { After: { } after } later => new(DeliveryState.Pending, now, now + (after < backoff.Longest ? after : backoff.Longest), null, later.Reason),
            PostOutcome.Later later => new(DeliveryState.Pending, now, now + Wait(), null, later.Reason),
            PostOutcome.Uncertain uncertain => new(DeliveryState.Uncertain, now, now + Wait(), null, uncertain.Reason),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };

        TimeSpan Wait() => backoff.After(delivery.Attempts, random);
    }

    private static string TooOld(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Later later => $"Given up, too old to be news. Last: {later.Reason}",
        PostOutcome.Uncertain uncertain => $"Given up, too old to be news. Last: {uncertain.Reason}",
        _ => "Given up, too old to be news.",
    };
}
