namespace ChatFlairBot.Core.Announcing;

/// <summary>What becomes of a delivery after an attempt.</summary>
/// <param name="State">Its new state; <see cref="DeliveryState.Waiting"/> to be planned anew.</param>
/// <param name="At">When the attempt ended.</param>
/// <param name="DueAt">When it is tried again; for a state that ends it, the same as <paramref name="At"/>.</param>
/// <param name="MessageId">The platform's receipt, when it was sent.</param>
/// <param name="Reason">Why it was not sent.</param>
public sealed record DeliveryVerdict(DeliveryState State, DateTimeOffset At, DateTimeOffset DueAt, string? MessageId, string? Reason)
{
    /// <summary>False when the platform was not even asked: then it does not count as an attempt.</summary>
    public bool IsTried { get; private init; } = true;

    public static DeliveryVerdict Untried(DeliveryState state, DateTimeOffset at, DateTimeOffset dueAt, string reason) =>
        new(state, at, dueAt, null, reason) { IsTried = false };
}
