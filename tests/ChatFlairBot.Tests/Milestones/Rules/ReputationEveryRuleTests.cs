using ChatFlairBot.Core.Milestones.Rules;

namespace ChatFlairBot.Tests.Milestones.Rules;

public sealed class ReputationEveryRuleTests : MilestoneRuleTest<ReputationEveryRule>
{
    protected override ReputationEveryRule Rule { get; } = new(10_000);

    [Fact]
    public void First_sight_reaches_nothing() => Check(null, 50_000);

    [Fact]
    public void A_drop_reaches_nothing() => Check((20_500, 20_500), 9_000);

    [Fact]
    public void The_exact_multiple_is_reached() => Check((9_999, 9_999), 10_000, "reputation:10000");

    [Fact]
    public void Leaving_the_exact_multiple_does_not_reach_it_again() => Check((10_000, 10_000), 10_001);

    [Fact]
    public void A_rise_between_two_multiples_reaches_nothing() => Check((10_001, 10_001), 19_999);

    [Fact]
    public void A_jump_reaches_all_that_lie_between_lowest_first() => Check((5, 5), 30_001, "reputation:10000", "reputation:20000", "reputation:30000");

    [Fact]
    public void A_second_rise_reaches_nothing() => Check((19_990, 20_010), 20_010);

    [Fact]
    public void A_second_rise_beyond_the_old_mark_reaches_only_what_is_new() => Check((5, 20_010), 30_000, "reputation:30000");

    [Theory]
    [InlineData(10_000, 2_000_000_000)]
    [InlineData(10_000, long.MaxValue)]
    [InlineData(2, long.MaxValue)]
    [InlineData(1, long.MaxValue)]
    public void An_absurd_jump_reaches_a_bounded_number_and_keeps_the_highest(long step, long absurd)
    {
        var reached = new ReputationEveryRule(step).Reached(Change((1, 1), absurd)).Take(ReputationEveryRule.MostAtOnce + 1).ToList();

        Assert.Equal(ReputationEveryRule.MostAtOnce, reached.Count);
        Assert.Equal(absurd / step * step, reached.Max(one => one.Height));
        Assert.Equal(reached.Count, reached.DistinctBy(one => one.Key).Count());
    }

    [Fact]
    public void A_rule_added_later_is_silent_for_whoever_was_ever_above_a_multiple() => Check((9_000, 10_500), 10_400);

    [Theory]
    [InlineData(-5, 10_000L)]
    [InlineData(0, 10_000L)]
    [InlineData(9_999, 10_000L)]
    [InlineData(10_000, 20_000L)]
    [InlineData(long.MaxValue, null)]
    public void The_next_one_lies_above(long score, long? next) => Assert.Equal(next, Rule.NextAbove(score));

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    public void A_step_of_nothing_is_refused(long step) => Assert.Throws<ArgumentOutOfRangeException>(() => new ReputationEveryRule(step));
}
