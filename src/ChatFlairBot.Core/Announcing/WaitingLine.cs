namespace ChatFlairBot.Core.Announcing;

/// <summary>A milestone that a channel has not heard of yet.</summary>
/// <param name="Number">Its delivery.</param>
/// <param name="DueAt">From when it may be said.</param>
/// <param name="Rarity">The share of people who are there, 0 to 1; the smaller, the rarer.</param>
/// <param name="Height">Its place among milestones of its kind.</param>
public sealed record WaitingLine(long Number, DateTimeOffset DueAt, double Rarity, long Height);
