using System.Text.Json;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a place among the first of a source, once it was held for several polls in a row: places change hands like weather.</summary>
/// <param name="ranks">The places: 10, 3, 1.</param>
/// <param name="polls">How many polls in a row, 1 or above.</param>
public sealed class RankRule(IReadOnlyList<int> ranks, int polls) : ICrowdRule
{
    /// <summary>Being among the first ten of twelve is no feat.</summary>
    private const int PeopleForEachPlace = 5;

    public RuleVersion Version => new("rank", 1);

    public CrowdFindings Reached(Crowd crowd, string? memory)
    {
        var before = memory is null ? null : JsonSerializer.Deserialize<Dictionary<string, int>>(memory);
        // Whoever was there long enough stays known: falling out and coming back is no news.
        var after = before?.Where(one => one.Value > polls).ToDictionary(StringComparer.Ordinal) ?? new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<Milestone>();
        foreach (var rank in ranks.Where(rank => crowd.People >= (long)rank * PeopleForEachPlace).OrderDescending())
        {
            foreach (var (number, score) in crowd.Top)
            {
                // Equal scores share a place.
                if (crowd.Top.Count(other => other.Score > score) >= rank) break;
                var key = $"{rank}/{number}";
                // Who is there at first sight was there before: they are past the count and never reach it.
                var held = before is null || !before.ContainsKey($"{rank}") ? polls + 1 : Math.Min(before.GetValueOrDefault(key) + 1, polls + 1);
                after[key] = held == polls ? held + 1 : held;
                if (held == polls) found.Add(new Milestone(new PersonId(crowd.Source, number), MilestoneKey.Rank(rank), -rank, Version));
            }

            after[$"{rank}"] = 1;
        }

        return new(found, JsonSerializer.Serialize(after));
    }
}
