using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a score that passes a multiple of a step for the first time, so that nobody outgrows the list of thresholds.</summary>
public sealed class ReputationEveryRule(long step) : IMilestoneRule
{
    /// <summary>The most multiples recorded for one change; a jump over more (a broken number) records the highest ones.</summary>
    public const int MostAtOnce = 100;

    private readonly long _step = step > 0 ? step : throw new ArgumentOutOfRangeException(nameof(step), step, "A step is above zero.");

    public RuleVersion Version => new("reputation-every", 1);

    public IEnumerable<Milestone> Reached(StandingChange change)
    {
        if (!change.IsNewHigh) yield break;
        var highest = change.After.Score / _step;
        var lowest = Math.Max((change.Before!.Value.HighWater / _step) + 1, highest - MostAtOnce + 1);
        // Counts down to zero, for at the highest number there is, counting up would begin again from the lowest.
        for (var below = highest - lowest; below >= 0; below--)
        {
            var score = (highest - below) * _step;
            yield return new Milestone(change.After.Person, MilestoneKey.Reputation(score), score, Version);
        }
    }

    public long? NextAbove(long score)
    {
        var multiples = Math.Max(0, score) / _step;
        return multiples < long.MaxValue / _step ? (multiples + 1) * _step : null;
    }
}
