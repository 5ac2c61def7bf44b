namespace ChatFlairBot.Core.Standings;

/// <summary>What a person earned besides points. Null is "the source does not say", which is not the same as none.</summary>
/// <param name="Level">The level that the source gives, 1 or above.</param>
/// <param name="Badges">The badges held, one for each award that can be told apart.</param>
/// <param name="Expertise">Subjects for which the source or a manager names them an expert.</param>
public sealed record Honours(int? Level = null, IReadOnlyList<Badge>? Badges = null, IReadOnlyList<string>? Expertise = null)
{
    public static Honours None { get; } = new();

    public bool IsNone => Level is null && Badges is null && Expertise is null;

    /// <summary>Everything that this or the other ever held: what rules compare with, for honours come and go.</summary>
    public Honours With(Honours other) => new(
        Level is null ? other.Level : Math.Max(Level.Value, other.Level ?? 0),
        Badges is null && other.Badges is null ? null : [.. (Badges ?? []).UnionBy(other.Badges ?? [], one => (one.Rank, one.Id))],
        Expertise is null && other.Expertise is null ? null : [.. (Expertise ?? []).Union(other.Expertise ?? [], StringComparer.Ordinal)]);

    /// <summary>All of it as one text, for <see cref="Fingerprint"/>.</summary>
    public override string ToString() => IsNone
        ? ""
        : $"{Level}|{string.Join(';', Badges?.Select(one => $"{one.Rank}:{one.Id}:{one.Name}:{one.Count}") ?? ["?"])}|{string.Join(';', Expertise ?? ["?"])}";
}

/// <summary>A badge as its source names it.</summary>
/// <param name="Rank">How much it is worth.</param>
/// <param name="Id">The source's own id of the badge, stable when it is renamed.</param>
/// <param name="Name">What it is called, or nothing when the source only counts; user-controlled on some sources.</param>
public sealed record Badge(BadgeRank Rank, string Id, string Name)
{
    /// <summary>How many awards it stands for where they cannot be told apart; null for one.</summary>
    public int? Count { get; init; }
}

/// <summary>The ranks of badges, from the most common to the rarest.</summary>
public enum BadgeRank
{
    Bronze,
    Silver,
    Gold,
}
