using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>The rules in force, in the order of their precedence: where two find the same milestone, the first is named in the ledger.</summary>
/// <param name="rules">Look at one person's change.</param>
/// <param name="crowd">Look at everybody together.</param>
public sealed class MilestoneRules(IReadOnlyList<IMilestoneRule> rules, IReadOnlyList<ICrowdRule>? crowd = null)
{
    public IReadOnlyList<ICrowdRule> Crowd { get; } = crowd ?? [];

    /// <summary>Everything a change reached, each key once, with the one to celebrate of each kind marked.</summary>
    public IReadOnlyList<ReachedMilestone> Reached(StandingChange change)
    {
        if (!change.IsSeenBefore || !change.After.IsListed) return [];
        var found = rules.SelectMany(rule => rule.Reached(change)).DistinctBy(milestone => milestone.Key).ToList();
        if (found.Count == 0) return [];
        // Of several scores or levels at once the highest says it all; two badges, or two subjects, are two events.
        var celebrated = found.GroupBy(Family, StringComparer.Ordinal).Select(kind => kind.MaxBy(one => one.Height)!.Key).ToHashSet();
        return [.. found.Select(one => new ReachedMilestone(one, change.Before!.Value.Score, change.After.Score, celebrated.Contains(one.Key)))];
    }

    /// <summary>The nearest score above <paramref name="score"/> that any rule would celebrate.</summary>
    public long? NextAbove(long score) => rules.Select(rule => rule.NextAbove(score)).Min();

    private static string Family(Milestone one) => one.Key.Kind is MilestoneKey.BadgeKind or MilestoneKey.ExpertKind ? one.Key.ToString() : one.Key.Kind;
}
