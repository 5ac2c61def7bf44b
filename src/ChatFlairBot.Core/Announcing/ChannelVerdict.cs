namespace ChatFlairBot.Core.Announcing;

/// <summary>What becomes of a milestone in one channel: it waits for its time, or it is not told, and why.</summary>
/// <param name="Channel">Where.</param>
/// <param name="DueAt">When it may be told at the earliest; null when it is not.</param>
/// <param name="No">Why it is not told; null when it is.</param>
public sealed record ChannelVerdict(ChannelAddress Channel, DateTimeOffset? DueAt, string? No);
