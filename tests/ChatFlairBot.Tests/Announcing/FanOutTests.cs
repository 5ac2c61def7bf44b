using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

public sealed class FanOutTests : IDisposable
{
    private readonly SeededBot _bot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_milestone_goes_to_every_channel_that_wants_it_and_to_no_other()
    {
        await _bot.ReachAsync(Token, 7);

        Assert.Equal(4, await FanOutAsync(To("general"), To("legends", atLeast: 1_000), To("acme", sources: "acme"), To("beta", sources: "beta")));

        Assert.Equal(["acme", "general"], Channels());
        Assert.Equal(
            ["beta: The channel did not ask for this platform.", "legends: The channel asked for higher milestones only."],
            _bot.Query("SELECT channel || ': ' || reason FROM delivery WHERE state = 'Dropped' ORDER BY channel"));
    }

    [Fact]
    public async Task Two_subscriptions_of_one_channel_make_one_delivery()
    {
        await _bot.ReachAsync(Token, 7);

        Assert.Equal(1, await FanOutAsync(To("general"), To("general", sources: "acme")));

        Assert.Equal(["general"], Channels());
    }

    [Fact]
    public async Task What_was_fanned_out_is_not_pending_any_more()
    {
        await _bot.ReachAsync(Token, 7, 8);

        Assert.Equal(2, await FanOutAsync(To("general")));
        Assert.Equal(0, await FanOutAsync(To("general"), To("later")));

        Assert.Equal(["general", "general"], Channels());
        Assert.Empty(await _bot.Store.Deliveries.PendingAsync(10, Token));
    }

    [Fact]
    public async Task What_nobody_wants_is_over_and_does_not_come_up_for_a_later_subscription()
    {
        await _bot.ReachAsync(Token, 7);

        Assert.Equal(0, await FanOutAsync());
        Assert.Equal(0, await FanOutAsync(To("later")));

        Assert.Empty(Channels());
    }

    [Fact]
    public async Task More_than_one_batch_is_fanned_out_in_one_go()
    {
        for (var person = 1; person <= 450; person++) _bot.Source.Set(person, 90);
        await _bot.PollAsync(Token);
        for (var person = 1; person <= 450; person++) _bot.Source.Set(person, 110);
        await _bot.PollAsync(Token);

        Assert.Equal(450, await FanOutAsync(To("general")));
    }

    [Fact]
    public async Task Several_milestones_of_one_jump_make_one_delivery()
    {
        _bot.Source.Set(7, 90);
        await _bot.PollAsync(Token);
        _bot.Source.Set(7, 5_000);
        await _bot.PollAsync(Token);

        Assert.Equal(1, await FanOutAsync(To("general")));
    }

    public void Dispose() => _bot.Dispose();

    private static Subscription To(string channel, long atLeast = 0, params string[] sources) =>
        Announcer.To(new ChannelAddress("Fake", ChannelAddress.DefaultWorkspace, channel)) with { Sources = sources, AtLeast = atLeast };

    private Task<int> FanOutAsync(params Subscription[] subscriptions) => new Announcer(_bot.Store, _bot, null, subscriptions).FanOut.RunAsync(Token);

    private IReadOnlyList<string> Channels() => _bot.Query("SELECT channel FROM delivery WHERE state != 'Dropped' ORDER BY channel");
}
