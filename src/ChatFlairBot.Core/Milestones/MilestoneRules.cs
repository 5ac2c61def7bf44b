using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>The rules in force, in the order of their precedence: where two find the same milestone, the first is named in the ledger.</summary>
public sealed class MilestoneRules(IReadOnlyList<IMilestoneRule> rules)
{
    /// <summary>Everything a change reached, each key once, with the one to celebrate of each kind marked.</summary>
    public IReadOnlyList<ReachedMilestone> Reached(StandingChange change)
    {
        if (change.Before is not { } before) return [];
        var found = rules.SelectMany(rule => rule.Reached(change)).DistinctBy(milestone => milestone.Key).ToList();
        if (found.Count == 0) return [];
        var highest = found.GroupBy(milestone => milestone.Key.Kind, StringComparer.Ordinal).Select(kind => kind.MaxBy(one => one.Height)!.Key);
        var celebrated = highest.ToHashSet();
        return [.. found.Select(one => new ReachedMilestone(one, before.Score, change.After.Score, celebrated.Contains(one.Key)))];
    }

    /// <summary>The nearest score above <paramref name="score"/> that any rule would celebrate.</summary>
    public long? NextAbove(long score) => rules.Select(rule => rule.NextAbove(score)).Min();
}
