using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates somebody's first points: until then they had what everybody starts with.</summary>
public sealed class FirstPointsRule : IMilestoneRule
{
    /// <summary>Stack Overflow gives everybody 1 point to begin with, Starmind none.</summary>
    private const long Start = 1;

    public RuleVersion Version => new("first-points", 1);

    public IEnumerable<Milestone> Reached(StandingChange change) => change.IsNewHigh && change.Before!.Value.HighWater <= Start && change.After.Score > Start
        ? [new Milestone(change.After.Person, MilestoneKey.FirstPoints, 0, Version)]
        : [];
}
