using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Milestones;

public sealed class MilestoneRulesTests
{
    private static readonly PersonId Ada = new("acme", 7);

    private readonly MilestoneRules _rules = new([new ReputationThresholdRule([5_000, 10_000]), new ReputationEveryRule(10_000)]);

    [Fact]
    public void A_key_that_two_rules_find_is_reached_once_and_the_first_rule_is_named()
    {
        var reached = Assert.Single(_rules.Reached(Change(9_990, 10_010)));

        Assert.Equal("reputation:10000", reached.Milestone.Key.ToString());
        Assert.Equal("reputation-thresholds", reached.Milestone.Rule.Name);
        Assert.True(reached.IsCelebrated);
    }

    [Fact]
    public void A_jump_records_all_and_celebrates_the_highest()
    {
        var reached = _rules.Reached(Change(100, 20_000));

        Assert.Equal([5_000, 10_000, 20_000], reached.Select(one => one.Milestone.Height).Order());
        Assert.Equal(20_000, Assert.Single(reached, one => one.IsCelebrated).Milestone.Height);
    }

    [Fact]
    public void Each_kind_has_a_highest_of_its_own()
    {
        var rules = new MilestoneRules([new ReputationThresholdRule([500, 1_000]), new LevelRule()]);

        var celebrated = rules.Reached(Change(100, 1_000)).Where(one => one.IsCelebrated);

        Assert.Equal(["reputation:1000", "level:3"], celebrated.Select(one => one.Milestone.Key.ToString()));
    }

    [Fact]
    public void The_ledger_is_told_the_scores_on_both_sides()
    {
        var reached = _rules.Reached(new StandingChange(new Standing(Ada, "Ada", 5_005, null, null), new Mark(4_000, 4_800)));

        Assert.Equal((4_000, 5_005), (reached[0].ScoreBefore, reached[0].ScoreAfter));
    }

    [Fact]
    public void First_sight_reaches_nothing_whatever_a_rule_says()
    {
        var rules = new MilestoneRules([new LevelRule()]);

        Assert.Empty(rules.Reached(new StandingChange(new Standing(Ada, "Ada", 5_000, null, null), null)));
    }

    [Theory]
    [InlineData(0, 5_000L)]
    [InlineData(5_000, 10_000L)]
    [InlineData(10_000, 20_000L)]
    [InlineData(123_456, 130_000L)]
    public void The_next_one_is_the_nearest_of_any_rule(long score, long next) => Assert.Equal(next, _rules.NextAbove(score));

    [Fact]
    public void Without_rules_there_is_neither_a_milestone_nor_a_next_one()
    {
        var none = new MilestoneRules([]);

        Assert.Empty(none.Reached(Change(1, 1_000_000)));
        Assert.Null(none.NextAbove(1));
    }

    [Fact]
    public void Above_every_list_there_is_no_next_one() => Assert.Null(new MilestoneRules([new ReputationThresholdRule([100])]).NextAbove(100));

    [Fact]
    public void A_key_reads_back_what_it_wrote()
    {
        var key = new MilestoneKey("badge", "gold:17");

        Assert.Equal(key, MilestoneKey.Parse(key.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reputation")]
    [InlineData(":1000")]
    public void What_is_no_key_is_refused(string text) => Assert.Throws<FormatException>(() => MilestoneKey.Parse(text));

    private static StandingChange Change(long before, long after) => new(new Standing(Ada, "Ada", after, null, null), new Mark(before, before));

    private sealed class LevelRule : IMilestoneRule
    {
        public RuleVersion Version => new("levels", 1);

        public IEnumerable<Milestone> Reached(StandingChange change) =>
            [new(change.After.Person, new MilestoneKey("level", "2"), 2, Version), new(change.After.Person, new MilestoneKey("level", "3"), 3, Version)];

        public long? NextAbove(long score) => null;
    }
}
