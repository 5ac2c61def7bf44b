using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;
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

    [Fact]
    public void Of_what_all_share_room_is_kept_for_a_channel_that_ends_last_anyway()
    {
        var pace = new PostPace(_clock);
        pace.Expect([new(One, ManualClock.Start, Messages: 300), .. Others(20).Select(other => new DueChannel(other, ManualClock.Start, Messages: 50))]);
        Assert.Equal(43, Others(20).Sum(other => Taken(pace, other)));
        Assert.Equal(7, Taken(pace, One));
    }

    [Fact]
    public void Many_such_channels_leave_the_others_half()
    {
        var pace = new PostPace(_clock);
        pace.Expect([.. Others(20).Select((other, number) => new DueChannel(other, ManualClock.Start, Messages: number < 10 ? 1_000 : 5))]);
        Assert.Equal(25, Others(20).Skip(10).Sum(other => Taken(pace, other)));
        Assert.Equal(25, Others(20).Take(10).Sum(other => Taken(pace, other)));
    }

    [Fact]
    public void Where_all_have_as_much_to_say_nothing_is_kept()
    {
        var pace = new PostPace(_clock);
        pace.Expect([.. Others(20).Select(other => new DueChannel(other, ManualClock.Start, Messages: 50))]);
        Assert.Equal(50, Others(20).Sum(other => Taken(pace, other)));
    }

    private static IEnumerable<ChannelAddress> Others(int count) => Enumerable.Range(1, count).Select(number => Two with { Channel = $"other {number}" });

    private static int Taken(PostPace pace, ChannelAddress channel)
    {
        var taken = 0;
        while (pace.Take(channel, Several) is null) taken++;
        return taken;
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
