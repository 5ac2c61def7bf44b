namespace ChatFlairBot.Core.Standings;

/// <summary>The numbers that the snapshot holds of a person.</summary>
/// <param name="Score">The score that the last accepted poll saw; <see cref="Hidden"/> for somebody who is not listed.</param>
/// <param name="HighWater">The highest score that any accepted poll ever saw; never below <paramref name="Score"/>.</param>
public readonly record struct Mark(long Score, long HighWater)
{
    /// <summary>Stands for the score of somebody who is not listed any more.</summary>
    public const long Hidden = -1;
}

/// <summary>A person's standing before and after one poll.</summary>
/// <param name="After">What the source says now.</param>
/// <param name="Before">What the snapshot knew, or null at first sight.</param>
public sealed record StandingChange(Standing After, Mark? Before)
{
    /// <summary>Every honour that any accepted poll ever saw, or null when it is not known: then none of them is news.</summary>
    public Honours? HonoursBefore { get; init; }

    /// <summary>Whether name, link, picture or honours differ from the snapshot.</summary>
    public bool AreWordsNew { get; init; }

    /// <summary>Whether both ends were seen: somebody new, or listed again after a while, has no rise that anybody saw.</summary>
    public bool IsSeenBefore => Before is { Score: not Mark.Hidden };

    /// <summary>Whether the score passed everything this person ever had: only then can a score milestone be true for the first time.</summary>
    public bool IsNewHigh => IsSeenBefore && After.IsListed && After.Score > Before!.Value.HighWater;

    /// <summary>Score and high-water mark once this change is accepted.</summary>
    public Mark Mark => After.IsListed
        ? new(After.Score, Math.Max(After.Score, Before?.HighWater ?? 0))
        : new(Mark.Hidden, Math.Max(After.Score, Before?.HighWater ?? 0));
}
