using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>
/// Makes badges of counts. The third gold badge is the third gold badge for ever, so that one which is taken away and comes back, or
/// whose name nobody remembers after a restart, is no news. Names are what was heard of the latest awards.
/// </summary>
internal sealed class HeldBadges
{
    /// <summary>From here on badges of a rank are counted and not told apart: nobody celebrates the 301st bronze badge.</summary>
    private const int MostToldApart = 300;

    private static readonly BadgeRank[] Ranks = [BadgeRank.Gold, BadgeRank.Silver, BadgeRank.Bronze];

    private readonly Dictionary<(long Person, BadgeRank Rank, int Place), string> _names = [];

    private Dictionary<(long Person, BadgeRank Rank), List<string>> _latest = [];

    /// <summary>Takes down the latest awards, the newest first.</summary>
    public void Hear(IEnumerable<ApiAward> awards) => _latest = awards
        .Where(one => one is { User: >= 1, Badge.Length: > 0 } && RankOf(one.Rank) is not null)
        .GroupBy(one => (one.User!.Value, RankOf(one.Rank)!.Value), one => one.Badge!)
        .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>The badges of one person; null where the platform does not count them.</summary>
    public IReadOnlyList<Badge>? Of(long person, BadgeCounts? counts)
    {
        if (counts is not { } held) return null;
        var badges = new List<Badge>(Math.Min(held.Gold, MostToldApart) + Math.Min(held.Silver, MostToldApart) + Math.Min(held.Bronze, MostToldApart));
        foreach (var rank in Ranks)
        {
            var count = rank switch { BadgeRank.Gold => held.Gold, BadgeRank.Silver => held.Silver, _ => held.Bronze };
            Name(person, rank, count);
            for (var place = 1; place <= Math.Min(count, MostToldApart); place++)
            {
                badges.Add(new Badge(rank, place.ToString(CultureInfo.InvariantCulture), _names.GetValueOrDefault((person, rank, place), "")));
            }

            if (count > MostToldApart) badges.Add(new Badge(rank, "more", "") { Count = count - MostToldApart });
        }

        return badges;
    }

    private void Name(long person, BadgeRank rank, int count)
    {
        if (!_latest.TryGetValue((person, rank), out var names)) return;
        for (var age = 0; age < names.Count && age < count; age++)
        {
            _names[(person, rank, count - age)] = names[age];
        }
    }

    private static BadgeRank? RankOf(string? text) => text switch { "gold" => BadgeRank.Gold, "silver" => BadgeRank.Silver, "bronze" => BadgeRank.Bronze, _ => null };
}
