using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Limits of several windows, as some platforms have them.</summary>
public sealed class PostPaceTests
{
    private static readonly ChannelAddress One = new("Chat", "team", "one");
    private static readonly ChannelAddress Two = new("Chat", "other", "two");

    private static readonly PostLimits Several = new([new(7, Seconds(1)), new(8, Seconds(2)), new(60, Seconds(30))], [], [new(50, Seconds(1))]);

    private readonly ManualClock _clock = new();

    [Fact]
    public void Of_several_windows_all_hold_at_every_moment_and_no_more_time_passes_than_they_ask()
    {
        var pace = new PostPace(_clock);
        var sent = new List<DateTimeOffset>();
        while (sent.Count < 300)
        {
            if (pace.Take(One, Several) is { } wait)
            {
                _clock.Advance(wait);
                continue;
            }

            sent.Add(_clock.GetUtcNow());
            pace.Done(One);
        }

        foreach (var limit in Several.InChannel) Assert.All(sent, end => Assert.InRange(sent.Count(one => one > end - limit.Within && one <= end), 1, limit.Messages));
        // Sixty in each half minute, and the last sixty at eight in two seconds.
        Assert.Equal(Seconds((4 * 30) + 14), sent[^1] - sent[0]);
    }

    [Fact]
    public void What_counts_for_the_whole_platform_counts_over_all_workspaces()
    {
        var pace = new PostPace(_clock);
        var limits = new PostLimits([], [], [new(3, Seconds(1))]);
        Assert.Null(pace.Take(One, limits));
        Assert.Null(pace.Take(Two, limits));
        Assert.Null(pace.Take(One, limits));
        Assert.Equal(Seconds(1), pace.Take(Two, limits));
        Assert.Null(pace.Take(Two with { Platform = "Another" }, limits));
    }

    [Fact]
    public void An_attempt_that_took_long_counts_from_its_end_also_when_others_are_under_way()
    {
        var pace = new PostPace(_clock);
        var limits = new PostLimits([new(1, Seconds(1))], [], [new(2, Seconds(1))]);
        Assert.Null(pace.Take(One, limits));
        Assert.Null(pace.Take(Two, limits));
        _clock.Advance(Seconds(3));
        pace.Done(One);
        Assert.Equal(Seconds(1), pace.Take(One, limits));
        pace.Done(Two);
        _clock.Advance(Seconds(1));
        Assert.Null(pace.Take(One, limits));
        Assert.Null(pace.Take(Two, limits));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
