using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>What every store has to keep of deliveries.</summary>
public abstract class DeliveryStoreContract : StoreContract
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(1);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);
    private static readonly ChannelAddress General = new("Fake", "default", "general");
    private static readonly ChannelAddress Other = new("Fake", "default", "other");

    [Fact]
    public async Task Fanning_out_makes_one_delivery_per_channel_whatever_is_repeated()
    {
        await SeedAsync(1_000);
        var pending = await Store.Deliveries.PendingAsync(10, Token);
        await FanOutAsync(pending, General, Other);
        await FanOutAsync(pending, General);
        Assert.Empty(await Store.Deliveries.PendingAsync(10, Token));
        Assert.Equal(2, (await Store.Deliveries.CountAsync(Token))[DeliveryState.Pending]);
    }

    [Fact]
    public async Task A_channel_is_served_in_order_and_one_at_a_time()
    {
        await SeedAsync(1_000, 2_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General, Other);
        var first = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        Assert.Equal((1_000L, 1, false), (Height(first), first.Attempts, first.WasUncertain));
        Assert.Null(await Store.Deliveries.ClaimAsync(General, Now, Token));
        Assert.Equal(1_000, Height((await Store.Deliveries.ClaimAsync(Other, Now, Token))!));

        await Store.Deliveries.SettleAsync(first.Number, new(DeliveryState.Sent, Now, Now, "m-1", null), Token);
        Assert.Equal(2_000, Height((await Store.Deliveries.ClaimAsync(General, Now, Token))!));
    }

    [Fact]
    public async Task What_is_put_off_holds_up_its_own_channel_only_and_until_its_time()
    {
        await SeedAsync(1_000, 2_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General, Other);
        var first = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        var due = Now.AddMinutes(5);
        await Store.Deliveries.SettleAsync(first.Number, new(DeliveryState.Pending, Now, due, null, "busy"), Token);

        Assert.Equal([new(General, due, Messages: 2), new DueChannel(Other, Now, Messages: 2)], (await Store.Deliveries.DueChannelsAsync(Token)).OrderBy(one => one.Channel.Channel, StringComparer.Ordinal));
        Assert.Null(await Store.Deliveries.ClaimAsync(General, due.AddMilliseconds(-1), Token));
        Assert.Equal((first.Key, 2), (await Store.Deliveries.ClaimAsync(General, due, Token)) is { } again ? (again.Key, again.Attempts) : default);
    }

    [Fact]
    public async Task An_attempt_that_a_crash_cut_off_comes_back_as_uncertain_under_the_same_key()
    {
        await SeedAsync(1_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General);
        var cut = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        Reopen();
        Assert.Equal(0, await Store.Deliveries.RecoverAsync(Other, Token));
        Assert.Equal(1, await Store.Deliveries.RecoverAsync(General, Token));
        Assert.Equal(0, await Store.Deliveries.RecoverAsync(General, Token));
        var again = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        Assert.Equal((cut.Key, 2, true), (again.Key, again.Attempts, again.WasUncertain));
    }

    [Theory]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Parked)]
    [InlineData(DeliveryState.Dropped)]
    public async Task What_has_ended_stays_ended(DeliveryState end)
    {
        await SeedAsync(1_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General);
        var delivery = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        await Store.Deliveries.SettleAsync(delivery.Number, new(end, Now, Now, null, null), Token);
        Reopen();
        Assert.Equal(0, await Store.Deliveries.RecoverAsync(General, Token));
        Assert.Empty(await Store.Deliveries.DueChannelsAsync(Token));
        Assert.Equal(1, (await Store.Deliveries.CountAsync(Token))[end]);
    }

    [Fact]
    public async Task What_was_parked_goes_on_when_its_channel_is_back_unless_it_is_too_old()
    {
        await SeedAsync(1_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General);
        var delivery = (await Store.Deliveries.ClaimAsync(General, Now, Token))!;
        await Store.Deliveries.SettleAsync(delivery.Number, new(DeliveryState.Parked, Now, Now, null, "gone"), Token);

        Assert.Equal(0, await Store.Deliveries.ResumeAsync(Other, Now.AddDays(-3), Now, Token));
        Assert.Equal(0, await Store.Deliveries.ResumeAsync(General, Now, Now, Token));
        Assert.Equal(1, await Store.Deliveries.ResumeAsync(General, Now.AddDays(-3), Now, Token));
        await PlanAsync(General);
        Assert.Equal(delivery.Key, (await Store.Deliveries.ClaimAsync(General, Now, Token))!.Key);
    }

    [Fact]
    public async Task What_a_clock_that_ran_ahead_put_off_does_not_hold_the_channel_up()
    {
        await SeedAsync(1_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General);
        Assert.Null(await Store.Deliveries.ClaimAsync(General, Now.AddMinutes(-59), Token));
        Assert.NotNull(await Store.Deliveries.ClaimAsync(General, Now.AddDays(-300), Token));
    }

    [Fact]
    public async Task The_last_cards_sent_are_told_by_channel_oldest_first()
    {
        await SeedAsync(1_000, 2_000, 3_000);
        await FanOutAsync(await Store.Deliveries.PendingAsync(10, Token), General, Other);
        while (await Store.Deliveries.ClaimAsync(General, Now, Token) is { } delivery)
        {
            await Store.Deliveries.SettleAsync(delivery.Number, new(DeliveryState.Sent, Now.AddHours(1), Now, "m", null), Token);
        }

        var last = await Store.Deliveries.LastSentAsync("Fake", 2, Token);
        Assert.Equal([2_000L, 3_000], last.Select(Height));
        Assert.All(last, one => Assert.Equal(Now.AddHours(1), one.SentAt));
        Assert.Empty(await Store.Deliveries.LastSentAsync("Elsewhere", 2, Token));
    }

    private async Task SeedAsync(params long[] milestones)
    {
        await CommitAsync("acme", Person(1, "Ada", 1));
        await CommitAsync("acme", [Person(1, "Ada", 9_000)], [.. milestones.Select(score => Reached(1, score, true))]);
    }

    private async Task FanOutAsync(IReadOnlyList<Announcement> announcements, params ChannelAddress[] channels)
    {
        await Store.Deliveries.FanOutAsync([.. announcements.Select(one => (one, (IReadOnlyList<ChannelVerdict>)[.. channels.Select(channel => new ChannelVerdict(channel, Now, null))]))], Now, Token);
        foreach (var channel in channels) await PlanAsync(channel);
    }

    private async Task PlanAsync(ChannelAddress channel)
    {
        var waiting = await Store.Deliveries.WaitingAsync(channel, Now, 100, Token);
        await Store.Deliveries.PlanAsync(channel, new ChannelPlan([.. waiting.Select(one => one.Number)], [], null), [], Today, Now, Token);
    }

    private static long Height(Delivery delivery) => ((DeliveryContent.Card)delivery.Content).Announcement.Height;
}
