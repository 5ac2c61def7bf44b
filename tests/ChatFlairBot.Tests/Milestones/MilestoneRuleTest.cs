using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Milestones;

/// <summary>Tests of a rule in one verb: what was before, what came after, which keys that reached.</summary>
public abstract class MilestoneRuleTest<TRule>
    where TRule : IMilestoneRule
{
    /// <summary>The rule under test.</summary>
    protected abstract TRule Rule { get; }

    /// <param name="before">Score and high-water mark before, or null at first sight.</param>
    /// <param name="after">The score now.</param>
    /// <param name="expected">The keys reached, in order.</param>
    protected void Check((long Score, long HighWater)? before, long after, params string[] expected)
    {
        var change = Change(before, after);

        var reached = Rule.Reached(change).ToList();

        Assert.Equal(expected, reached.Select(one => one.Key.ToString()));
        Assert.All(reached, one => Assert.Equal((change.After.Person, Rule.Version), (one.Person, one.Rule)));
    }

    /// <summary>A change of somebody's score.</summary>
    protected static StandingChange Change((long Score, long HighWater)? before, long after) => new(
        new Standing(new PersonId("acme", 7), "Ada Lindqvist", after, null, null),
        before is { } mark ? new Mark(mark.Score, mark.HighWater) : null);
}
