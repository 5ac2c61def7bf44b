using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Channels that are gone, rate limits as data, and a budget that a late delivery does not overdraw.</summary>
public sealed class CalmDeliveryTests : OutboxTest
{
    private static readonly ChannelAddress Managers = General with { Channel = "managers" };

    [Fact]
    public async Task A_channel_that_is_gone_is_told_of_once_and_goes_on_when_it_is_back()
    {
        await QueueAsync([1, 2, 3]);
        var gone = new GoneChannels(Bot.Store, [Managers], Bot.Clock);
        Platform.Next(new PostOutcome.Gone("archived"));
        await gone.FollowAsync((await DeliverAsync())!, Token);
        Assert.Equal(["Parked", "Parked", "Parked", "Pending"], States());

        // An hour later it is tried again, with one attempt, and nobody is told a second time.
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        await gone.ProbeAsync(Token);
        Platform.Next(new PostOutcome.Gone("archived"));
        await gone.FollowAsync((await DeliverAsync())!, Token);
        Assert.Equal((2, 1), (Platform.Attempts.Count, Notices()));

        Bot.Clock.Advance(TimeSpan.FromHours(1));
        await gone.ProbeAsync(Token);
        while (await DeliverAsync() is { } step) await gone.FollowAsync(step, Token);
        Assert.Equal(["Sent", "Sent", "Sent", "Pending"], States());
        Assert.Equal(1, Notices());
    }

    [Fact]
    public void A_rate_limit_tells_how_long_to_wait_and_counts_what_went()
    {
        var pace = new PostPace(Bot.Clock);
        var limits = new PostLimits([new PostLimit(1, TimeSpan.FromSeconds(1))], [new PostLimit(3, TimeSpan.FromMinutes(1))], []);

        Assert.Null(pace.Take(General, limits));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Take(General, limits));
        Assert.Null(pace.Take(Managers, limits));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(pace.Take(General, limits));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(58), pace.Take(General, limits));
        Assert.Null(pace.Take(General with { Workspace = "other" }, limits));
        Bot.Clock.Advance(TimeSpan.FromSeconds(58));
        Assert.Null(pace.Take(General, limits));
    }

    [Fact]
    public async Task What_was_planned_yesterday_is_of_todays_budget_and_waits_for_the_opening()
    {
        var hours = new ChannelHours(TimeZoneInfo.Utc, new QuietHours(new TimeOnly(18, 0), new TimeOnly(8, 0)), new HashSet<DayOfWeek>());
        var announcer = new Announcer(Bot.Store, Bot, Platform, Fakes.Announcer.To(General, new Terms(Pace.Immediately, new TimeOnly(9, 0), DayOfWeek.Monday, hours, 2)));
        await Bot.ReachAsync(Token, 1, 2);
        await announcer.PlanAsync(Token);
        Bot.Clock.Advance(TimeSpan.FromHours(10));

        var step = await announcer.Outbox.DeliverNextAsync(General, Token);
        Assert.Equal((DeliveryState.Waiting, 0), (step!.Verdict.State, Platform.Attempts.Count));
        Assert.Equal(8, step.Verdict.DueAt.Hour);
        await announcer.RunAsync(Token);
        Assert.Empty(Platform.Attempts);

        Bot.Clock.Advance(step.Verdict.DueAt - Now);
        await announcer.RunAsync(Token);
        Assert.Equal(2, Platform.Attempts.Count);
    }

    private int Notices() => Bot.Query("SELECT kind FROM delivery WHERE kind = 'notice'").Count;
}
