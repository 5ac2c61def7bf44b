using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a level that is reached for the first time. It takes the source's own level as truth, never the points behind it.</summary>
public sealed class LevelRule : IMilestoneRule
{
    public RuleVersion Version => new("level", 1);

    public IEnumerable<Milestone> Reached(StandingChange change) => change is { After.Honours.Level: { } level, HonoursBefore.Level: { } before } && level > before
        ? [new Milestone(change.After.Person, MilestoneKey.Level(level), level, Version)]
        : [];
}
