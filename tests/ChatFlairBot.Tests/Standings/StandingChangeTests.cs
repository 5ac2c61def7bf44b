using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Standings;

public sealed class StandingChangeTests
{
    [Theory]
    [InlineData(100, 100, 101, true, 101)]
    [InlineData(100, 100, 100, false, 100)]
    [InlineData(100, 100, 99, false, 100)]
    [InlineData(100, 200, 150, false, 200)]
    [InlineData(100, 200, 200, false, 200)]
    [InlineData(100, 200, 201, true, 201)]
    public void Only_what_passes_the_high_water_mark_is_a_new_high(long score, long highWater, long after, bool isNewHigh, long newHighWater)
    {
        var change = new StandingChange(Ada(after), new Mark(score, highWater));

        Assert.Equal((isNewHigh, new Mark(after, newHighWater)), (change.IsNewHigh, change.Mark));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public void First_sight_is_no_new_high_and_sets_the_mark(long score)
    {
        var change = new StandingChange(Ada(score), null);

        Assert.Equal((false, new Mark(score, score)), (change.IsNewHigh, change.Mark));
    }

    private static Standing Ada(long score) => new(new PersonId("acme", 7), "Ada", score, null, null);
}
