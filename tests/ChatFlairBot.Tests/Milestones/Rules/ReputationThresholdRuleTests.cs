using ChatFlairBot.Core.Milestones.Rules;

namespace ChatFlairBot.Tests.Milestones.Rules;

public sealed class ReputationThresholdRuleTests : MilestoneRuleTest<ReputationThresholdRule>
{
    protected override ReputationThresholdRule Rule { get; } = new([1_000, 100, 500, 500]);

    [Fact]
    public void First_sight_reaches_nothing() => Check(null, 5_000);

    [Fact]
    public void A_drop_reaches_nothing() => Check((1_200, 1_200), 90);

    [Fact]
    public void The_same_score_reaches_nothing() => Check((1_000, 1_000), 1_000);

    [Fact]
    public void A_rise_between_two_thresholds_reaches_nothing() => Check((101, 101), 499);

    [Fact]
    public void One_point_below_is_not_there_yet() => Check((400, 400), 499);

    [Fact]
    public void The_exact_threshold_is_reached() => Check((499, 499), 500, "reputation:500");

    [Fact]
    public void Leaving_the_exact_threshold_does_not_reach_it_again() => Check((500, 500), 501);

    [Fact]
    public void A_jump_reaches_all_that_lie_between_lowest_first() => Check((1, 1), 1_010, "reputation:100", "reputation:500", "reputation:1000");

    [Fact]
    public void A_second_rise_reaches_nothing() => Check((990, 1_010), 1_010);

    [Fact]
    public void A_second_rise_beyond_the_old_mark_reaches_only_what_is_new() => Check((90, 510), 1_010, "reputation:1000");

    [Fact]
    public void Below_nothing_is_reached_by_a_score_of_zero() => Check((0, 0), 1);

    [Theory]
    [InlineData(2_000_000_000)]
    [InlineData(long.MaxValue)]
    public void An_absurd_jump_reaches_no_more_than_the_list_has(long absurd) =>
        Check((1, 1), absurd, "reputation:100", "reputation:500", "reputation:1000");

    [Fact]
    public void A_threshold_added_later_is_silent_for_whoever_was_ever_above_it()
    {
        var later = new ReputationThresholdRule([100, 250, 500, 1_000]);

        Assert.Empty(later.Reached(Change((200, 300), 260)));
        Assert.Empty(later.Reached(Change((300, 300), 310)));
        Assert.Single(later.Reached(Change((200, 200), 260)));
    }

    [Theory]
    [InlineData(-5, 100L)]
    [InlineData(0, 100L)]
    [InlineData(99, 100L)]
    [InlineData(100, 500L)]
    [InlineData(999, 1_000L)]
    [InlineData(1_000, null)]
    [InlineData(long.MaxValue, null)]
    public void The_next_one_lies_above(long score, long? next) => Assert.Equal(next, Rule.NextAbove(score));
}
