using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Announcing;

public sealed class SuggestedThresholdsTests
{
    private static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    // In two weeks: 20 people passed 100, 8 passed 250, 4 passed 500, 2 passed 1000.
    private static readonly Rise[] Company = [.. Passing(100, 20), .. Passing(250, 8), .. Passing(500, 4), .. Passing(1_000, 2)];

    [Theory]
    [InlineData(0, "2500", 0)]
    [InlineData(0.9, "2500", 0)]
    [InlineData(1, "1000 2500", 1)]
    [InlineData(2.9, "1000 2500", 1)]
    [InlineData(3, "500 1000 2500", 3)]
    [InlineData(7, "250 500 1000 2500", 7)]
    [InlineData(16.9, "250 500 1000 2500", 7)]
    [InlineData(17, "100 250 500 1000 2500", 17)]
    [InlineData(1_000, "100 250 500 1000 2500", 17)]
    [InlineData(double.PositiveInfinity, "100 250 500 1000 2500", 17)]
    public void As_many_as_wanted_and_never_more_from_the_top_down(double perWeek, string thresholds, double expected)
    {
        var suggested = Simulation.Suggest(Company, perWeek, Fortnight);

        Assert.Equal((thresholds, expected), (string.Join(' ', suggested.Thresholds), suggested.PerWeek));
    }

    [Fact]
    public void Beyond_eight_a_lower_one_takes_the_place_of_the_highest()
    {
        Rise[] rises = [.. Passing(300_000, 1), .. Passing(2_500, 4), .. Passing(500, 10)];

        Assert.Equal([2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000], Simulation.Suggest(rises, 2, Fortnight).Thresholds);
        Assert.Equal([500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000], Simulation.Suggest(rises, 7, Fortnight).Thresholds);
    }

    [Fact]
    public void A_jump_over_several_counts_once()
    {
        var suggested = Simulation.Suggest([new(new PersonId("acme", 1), default, 1, 3_000)], 10, Fortnight);

        Assert.Equal(0.5, suggested.PerWeek);
        Assert.Equal([2_500, 5_000], suggested.Thresholds);
    }

    [Fact]
    public void Where_everybody_climbs_the_whole_ladder_it_is_too_many_with_any_threshold()
    {
        Rise[] rises = [.. Enumerable.Range(1, 8).Select(person => new Rise(new PersonId("acme", person), default, 1, 10_000_000))];

        var suggested = Simulation.Suggest(rises, 1, Fortnight);

        Assert.Equal(4, suggested.PerWeek);
        Assert.Equal([10_000_000], suggested.Thresholds);
    }

    [Fact]
    public void Without_a_rise_there_is_nothing_to_judge_by() => Assert.Empty(Simulation.Suggest([], 5, Fortnight).Thresholds);

    [Theory]
    [InlineData(-1, 14)]
    [InlineData(double.NaN, 14)]
    [InlineData(5, 0)]
    [InlineData(5, -14)]
    public void A_rate_is_a_number_and_a_window_is_a_time(double perWeek, int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Suggest(Company, perWeek, TimeSpan.FromDays(days)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_rate_is_what_a_simulation_counts(int seed)
    {
        var random = new Random(seed);
        var rises = Enumerable.Range(1, 2_000).Select(person => RandomRise(random, person)).ToList();
        var terms = new Terms(Pace.Immediately, default, default, Calendar.Hours("UTC"), 0);
        foreach (var perWeek in (double[])[1, 5, 20, 100, 400, 900])
        {
            var suggested = Simulation.Suggest(rises, perWeek, Fortnight);

            var rules = new MilestoneRules([new ReputationThresholdRule(suggested.Thresholds)]);
            Assert.Equal(suggested.PerWeek * 2, Simulation.Run(rises, rules, (_, _) => true, terms, DateTimeOffset.UnixEpoch).Milestones);
            Assert.InRange(suggested.PerWeek, 0, perWeek);
            Assert.InRange(suggested.Thresholds.Count, 1, Simulation.MostThresholds);
            Assert.Equal(suggested.Thresholds.Order().Distinct(), suggested.Thresholds);
        }
    }

    private static Rise RandomRise(Random random, int person)
    {
        var before = (long)Math.Exp(random.NextDouble() * 13);
        return new(new PersonId("acme", person), DateTimeOffset.UnixEpoch, before, before + 1 + (long)(before * random.NextDouble() * 0.4));
    }

    private static IEnumerable<Rise> Passing(long threshold, int people) =>
        Enumerable.Range(1, people).Select(person => new Rise(new PersonId("acme", person), default, threshold - 1, threshold));
}
