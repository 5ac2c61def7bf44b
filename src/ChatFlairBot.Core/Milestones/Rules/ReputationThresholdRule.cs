using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a score that passes one of a list of thresholds for the first time.</summary>
/// <remarks>
/// It looks at the high-water mark, not at the last score: a fall and a second rise pass nothing new, and a threshold
/// added later stays silent for everybody who was ever above it.
/// </remarks>
public sealed class ReputationThresholdRule(IEnumerable<long> thresholds) : IMilestoneRule
{
    private readonly long[] _thresholds = [.. thresholds.Distinct().Order()];

    public RuleVersion Version => new("reputation-thresholds", 1);

    public IEnumerable<Milestone> Reached(StandingChange change)
    {
        if (!change.IsNewHigh) return [];
        var before = change.Before!.Value.HighWater;
        return _thresholds
            .Where(threshold => threshold > before && threshold <= change.After.Score)
            .Select(threshold => new Milestone(change.After.Person, MilestoneKey.Reputation(threshold), threshold, Version));
    }

    public long? NextAbove(long score)
    {
        var next = Array.FindIndex(_thresholds, threshold => threshold > score);
        return next < 0 ? null : _thresholds[next];
    }
}
