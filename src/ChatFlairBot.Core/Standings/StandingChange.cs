namespace ChatFlairBot.Core.Standings;

/// <summary>The numbers that the snapshot holds of a person.</summary>
/// <param name="Score">The score that the last accepted poll saw.</param>
/// <param name="HighWater">The highest score that any accepted poll ever saw; never below <paramref name="Score"/>.</param>
public readonly record struct Mark(long Score, long HighWater);

/// <summary>A person's standing before and after one poll.</summary>
/// <param name="After">What the source says now.</param>
/// <param name="Before">What the snapshot knew, or null at first sight.</param>
public sealed record StandingChange(Standing After, Mark? Before)
{
    /// <summary>Whether the score passed everything this person ever had: only then can a score milestone be true for the first time.</summary>
    public bool IsNewHigh => Before is { } before && After.Score > before.HighWater;

    /// <summary>Score and high-water mark once this change is accepted.</summary>
    public Mark Mark => new(After.Score, Math.Max(After.Score, Before?.HighWater ?? 0));
}
