using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Cards;

/// <summary>Puts honours into the facts, rows and tags of a flair card.</summary>
internal static class FlairFacts
{
    private const int MostTags = 12;

    public static IEnumerable<CardFact> Of(Honours honours)
    {
        if (honours.Level is { } level) yield return new("Level", CardMaker.Number(level));
        if (Badges(honours) is { } badges) yield return new("Badges", badges);
    }

    public static string Row(Standing standing, string place)
    {
        string?[] parts =
        [
            $"{CardMaker.Number(standing.Score)} reputation", $"rank {place}", standing.Honours.Level is { } level ? $"level {CardMaker.Number(level)}" : null, Badges(standing.Honours),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static IReadOnlyList<string> Tags(IEnumerable<Honours> honours) =>
    [
        .. honours.SelectMany(one => one.Expertise ?? []).Select(PlainText.OneLine).Where(one => one.Length > 0).Select(CardMaker.Cut)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags),
    ];

    private static string? Badges(Honours honours)
    {
        if (honours.Badges is not { Count: > 0 } badges) return null;
        var counts = Enum.GetValues<BadgeRank>().Reverse().Select(rank => (rank, Count: badges.Where(badge => badge.Rank == rank).Sum(badge => badge.Count ?? 1))).Where(one => one.Count > 0);
#pragma warning disable CA1308 // For people to read.
        return string.Join(", ", counts.Select(one => $"{CardMaker.Number(one.Count)} {one.rank.ToString().ToLowerInvariant()}"));
#pragma warning restore CA1308
    }
}
