using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Announcing;

public sealed class OutboxTests : OutboxTest
{
    [Fact]
    public async Task A_card_is_posted_once_and_its_receipt_kept()
    {
        await QueueAsync([7]);

        var step = await DeliverAsync();

        Assert.Equal((DeliveryState.Sent, "message-1", 1), (step?.Verdict.State, step?.Verdict.MessageId, step?.Delivery.Attempts));
        Assert.Equal(["general: Person 7 reached 100 reputation"], Platform.Attempts);
        Assert.Equal(["Sent message-1"], Bot.Query("SELECT state || ' ' || message_id FROM delivery"));
        Assert.Null(await DeliverAsync());
        Assert.Single(Platform.Attempts);
    }

    [Fact]
    public async Task Cards_keep_their_order_within_a_channel()
    {
        await QueueAsync([3, 1, 2]);

        while (await DeliverAsync() is not null)
        {
        }

        Assert.Equal(
            ["general: Person 3 reached 100 reputation", "general: Person 1 reached 100 reputation", "general: Person 2 reached 100 reputation"],
            Platform.Attempts);
    }

    [Fact]
    public async Task Cards_keep_their_order_also_after_a_repetition()
    {
        await QueueAsync([1, 2]);
        Platform.Next(new PostOutcome.Later("busy", TimeSpan.FromSeconds(10)));

        await DeliverAsync();
        Assert.Null(await DeliverAsync());
        Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await DeliverAsync();
        await DeliverAsync();

        Assert.Equal(
            ["general: Person 1 reached 100 reputation", "general: Person 1 reached 100 reputation", "general: Person 2 reached 100 reputation"],
            Platform.Attempts);
        Assert.Equal(["Sent", "Sent"], States());
    }

    [Fact]
    public async Task A_channel_does_not_wait_for_another()
    {
        var legends = General with { Channel = "legends" };
        await QueueAsync([7], General, legends);
        Platform.Next(new PostOutcome.Later("busy", TimeSpan.FromHours(1)));

        await DeliverAsync();
        var step = await DeliverAsync(legends);

        Assert.Equal(DeliveryState.Sent, step?.Verdict.State);
    }

    [Fact]
    public async Task The_platforms_own_wait_is_kept_to_exactly()
    {
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Later("rate limited", TimeSpan.FromSeconds(42)));

        var step = await DeliverAsync();

        Assert.Equal((DeliveryState.Pending, Now.AddSeconds(42), "rate limited"), (step?.Verdict.State, step?.Verdict.DueAt, step?.Verdict.Reason));
        Bot.Clock.Advance(TimeSpan.FromMilliseconds(41_999));
        Assert.Null(await DeliverAsync());
        Bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(DeliveryState.Sent, (await DeliverAsync())?.Verdict.State);
    }

    [Fact]
    public async Task Without_a_wait_of_the_platforms_own_it_waits_longer_each_time()
    {
        await QueueAsync([7]);
        var waits = new List<double>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            Platform.Next(new PostOutcome.Later("busy"));
            var due = (await DeliverAsync())!.Verdict.DueAt;
            waits.Add((due - Now).TotalSeconds);
            Bot.Clock.Advance(due - Now);
        }

        Assert.Collection(
            waits, one => Assert.InRange(one, 3.75, 5), one => Assert.InRange(one, 7.5, 10), one => Assert.InRange(one, 15, 20), one => Assert.InRange(one, 30, 40));
    }

    [Fact]
    public async Task A_card_that_is_refused_is_dropped_and_the_next_one_goes_on()
    {
        await QueueAsync([1, 2]);
        Platform.Next(new PostOutcome.Refused("too many blocks"));

        var step = await DeliverAsync();
        await DeliverAsync();

        Assert.Equal((DeliveryState.Dropped, "too many blocks"), (step?.Verdict.State, step?.Verdict.Reason));
        Assert.Equal(["Dropped", "Sent"], States());
    }

    [Fact]
    public async Task A_channel_that_is_gone_parks_its_card()
    {
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Gone("channel_not_found"));

        var step = await DeliverAsync();

        Assert.Equal((DeliveryState.Parked, "channel_not_found"), (step?.Verdict.State, step?.Verdict.Reason));
        Bot.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await DeliverAsync());
        Assert.Equal(["Parked"], States());
    }

    [Fact]
    public async Task A_platform_that_is_switched_off_parks_its_cards()
    {
        var elsewhere = General with { Platform = "Elsewhere" };
        await QueueAsync([7], elsewhere);

        var step = await DeliverAsync(elsewhere);

        Assert.Equal(DeliveryState.Parked, step?.Verdict.State);
        Assert.Contains("Elsewhere", step?.Verdict.Reason, StringComparison.Ordinal);
        Assert.Empty(Platform.Attempts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_no_news_any_more_is_given_up_with_its_last_reason(bool isUncertain)
    {
        PostOutcome outcome = isUncertain ? new PostOutcome.Uncertain("no answer") : new PostOutcome.Later("no answer");
        await QueueAsync([7]);
        Platform.Next(outcome, outcome);

        Bot.Clock.Advance(Backoff.Default.GiveUpAfter - TimeSpan.FromHours(2));
        Assert.NotEqual(DeliveryState.Dropped, (await DeliverAsync())?.Verdict.State);
        Bot.Clock.Advance(TimeSpan.FromHours(2));
        var step = await DeliverAsync();

        Assert.Equal((DeliveryState.Dropped, "Given up, too old to be news. Last: no answer"), (step?.Verdict.State, step?.Verdict.Reason));
        Assert.Null(await DeliverAsync());
    }

    [Fact]
    public async Task An_old_card_that_is_taken_after_all_is_sent()
    {
        await QueueAsync([7]);
        Bot.Clock.Advance(Backoff.Default.GiveUpAfter * 2);

        Assert.Equal(DeliveryState.Sent, (await DeliverAsync())?.Verdict.State);
    }

    [Fact]
    public async Task The_card_shows_the_person_as_the_snapshot_knows_them_now()
    {
        await QueueAsync([7]);
        Bot.Source.Set(7, 130, "Ada Lovelace");
        await Bot.PollAsync(Token);

        await DeliverAsync();

        Assert.Equal(["general: Ada Lovelace reached 100 reputation"], Platform.Attempts);
    }
}
