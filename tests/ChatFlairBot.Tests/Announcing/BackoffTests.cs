using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2_560)]
    [InlineData(11, 3_600)]
    [InlineData(31, 3_600)]
    [InlineData(1_000_000, 3_600)]
    [InlineData(int.MaxValue, 3_600)]
    public void The_wait_doubles_up_to_the_longest_and_is_shortened_by_a_quarter_at_most(int attempts, int seconds)
    {
        Assert.Equal(seconds * 0.75, Backoff.Default.After(attempts, new Loaded(0)).TotalSeconds, 3);
        Assert.Equal(seconds * 0.875, Backoff.Default.After(attempts, new Loaded(0.5)).TotalSeconds, 3);
        Assert.InRange(Backoff.Default.After(attempts, new Loaded(1 - 1e-12)).TotalSeconds, (seconds * 0.9999) - 1e-6, seconds);
    }

    [Fact]
    public void However_long_the_first_wait_is_nothing_overflows()
    {
        var patient = new Backoff(TimeSpan.FromDays(1), TimeSpan.FromDays(30), TimeSpan.FromDays(365));

        Assert.Equal(TimeSpan.FromDays(22.5), patient.After(40, new Loaded(0)));
    }

    [Fact]
    public void Channels_that_fail_together_do_not_return_in_step()
    {
        var random = new Random(1);

        var waits = Enumerable.Range(0, 20).Select(_ => Backoff.Default.After(5, random)).ToList();

        Assert.Equal(waits.Count, waits.Distinct().Count());
    }

    private sealed class Loaded(double value) : Random(0)
    {
        public override double NextDouble() => value;
    }
}
