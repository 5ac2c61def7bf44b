using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Demo;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Slack.Web;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Many cards at once under Slack's limits.</summary>
public sealed class SlackFloodTests(ITestOutputHelper output)
{
    private const int Big = 12;
    private const int Small = 4;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>What a test may add that had to wake the loop.</summary>
    private static readonly TimeSpan Little = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Each_channel_gets_a_card_a_second_and_none_waits_for_another()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock { SkipWaitsUpTo = Second };
        await using var slack = await FakeSlack.StartAsync(clock);
        slack.Limits.PerChannel = true;
        var channels = slack.Acme.AddChannels(6);
        await using var site = await FakeStackOverflow.StartAsync(clock, [.. Enumerable.Range(1, Big).Select(id => new SamplePerson(id, $"Person {id}", id <= Small ? 4_990 : 990))]);
        await using var bot = await BotRun.StartAsync(folder, site, clock, Settings(slack, channels));
        await bot.PollAsync();

        // From here on the clock only moves by hand.
        clock.SkipWaitsUpTo = TimeSpan.Zero;
        foreach (var person in site.Company.People) person.Reputation += 20;
        await Patience.UntilAsync(() => clock.HasWaitOf(TimeSpan.FromHours(1)), "the poll loop waits for its next turn");
        clock.Advance(TimeSpan.FromHours(1));
        var began = clock.GetUtcNow();
        for (var round = 1; round <= Big; round++)
        {
            // Every channel is one card further, not one of them two.
            await ReachAsync(bot, clock, channels, round);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {(clock.GetUtcNow() - began).TotalSeconds:N2} s: {string.Join(' ', channels.Select(channel => channel.All.Count))}"));
            if (round < Big) clock.Advance(Second);
        }

        Assert.Empty(slack.Limits.Refused);
        Assert.Empty(slack.Faults);
        Assert.Empty(bot.Log.Warnings);
        Assert.All(channels, channel => Assert.Equal(Keys(channel).Order(), Keys(channel)));
        Assert.All(channels.Skip(1), channel => Assert.InRange(Took(channel), (Small - 1) * Second, ((Small - 1) * Second) + Little));
        Assert.InRange(Took(channels[0]), (Big - 1) * Second, ((Big - 1) * Second) + Little);

        TimeSpan Took(FakeChannel channel) => channel.All[^1].At - channels.Min(one => one.All[0].At);
    }

    [Fact]
    public async Task A_429_closes_posting_for_one_workspace_and_nothing_is_sent_there_before_its_time_is_over()
    {
        const string Acme = "T01TEAM0001";
        const string Globex = "C02GENERAL2";
        await using var run = await SlackRun.StartInstallableAsync([.. To("one", Acme, SlackRun.General), .. To("two", Acme, SlackRun.Random), .. To("three", "T02TEAM0002", Globex)]);
        await InstallTests.InstallAsync(run, run.Slack.Acme);
        await InstallTests.InstallAsync(run, run.Slack.Globex);
        run.Slack.Script.Choose = call => call is { Method: "chat.postMessage", Caller.Id: Acme } ? SlackScript.RateLimited(40) : null;

        (run.Site.Company.Find(1)!.Reputation, run.Site.Company.Find(2)!.Reputation) = (1_010, 5_010);
        await Patience.UntilAsync(() => run.Clock.HasWaitOf(TimeSpan.FromHours(1)), "the poll loop waits for its next turn");
        run.Clock.Advance(TimeSpan.FromHours(1));
        await Patience.UntilAsync(
            async () => run.Slack.Messages(Globex).Count == 2 && (await run.Bot.Store.Deliveries.DueChannelsAsync(TestContext.Current.CancellationToken)).Count(due => due.DueAt > run.Clock.GetUtcNow()) == 2,
            "one workspace has its cards, both channels of the other one are told to wait");
        run.Slack.Script.Choose = null;
        var refused = Posts();
        // Both of its channels may have asked at once; after that the method is closed for both.
        Assert.InRange(refused.Count, 1, 2);

        run.Clock.Advance(TimeSpan.FromSeconds(20));
        var third = await run.Bot.Part<SlackPlatform>().PostAsync(new ChannelAddress("Slack", Acme, "C01SHARED01"), new Card(CardKind.Milestone, "Bob", "Bob"), "d-1-1", TestContext.Current.CancellationToken);
        Assert.InRange(Assert.IsType<PostOutcome.Later>(third).After!.Value, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));
        // Other methods stay open.
        Assert.IsType<SlackAnswer.Ok>(await run.Bot.Part<SlackCalls>().CallAsync(Acme, ChatFlairBot.Platforms.Slack.Web.SlackMethod.AuthTest, [], TestContext.Current.CancellationToken));
        Assert.Equal(refused.Count, Posts().Count);

        run.Clock.Advance(TimeSpan.FromSeconds(20));
        await Patience.UntilAsync(() => run.Slack.Messages(SlackRun.General).Count == 2 && run.Slack.Messages(SlackRun.Random).Count == 2, "the other workspace has its cards too");
        Assert.All(Posts().Skip(refused.Count), call => Assert.True(call.At >= refused[0].At + TimeSpan.FromSeconds(40)));
        Assert.Empty(run.Slack.Faults);

        List<SlackCall> Posts() => [.. run.Slack.RequestsOf("chat.postMessage").Where(call => call.Caller == run.Slack.Acme)];
    }

    private static async Task ReachAsync(BotRun bot, ManualClock clock, IReadOnlyList<FakeChannel> channels, int round)
    {
        var looks = 0;
        await Patience.UntilAsync(
            async () =>
            {
                // The loop may have read the clock just before it moved; then the next millisecond wakes it.
                if (++looks % 200 == 0) clock.Advance(TimeSpan.FromMilliseconds(1));
                return channels.Select((channel, number) => channel.All.Count == Math.Min(round, number == 0 ? Big : Small)).All(isThere => isThere) && await IsAtRestAsync(bot, clock);
            },
            $"every channel has {round} cards");
    }

    private static async Task<bool> IsAtRestAsync(BotRun bot, ManualClock clock) =>
        (await bot.Store.Deliveries.CountAsync(TestContext.Current.CancellationToken)).GetValueOrDefault(DeliveryState.Attempting) == 0
        && (await bot.Store.Deliveries.DueChannelsAsync(TestContext.Current.CancellationToken)).All(due => due.DueAt > clock.GetUtcNow());

    private static IEnumerable<long> Keys(FakeChannel channel) => channel.All.Select(card => Delivery.NumberOf((string)card.Metadata!["event_payload"]!["key"]!)!.Value);

    private static (string Key, string Value)[] Settings(FakeSlack slack, IReadOnlyList<FakeChannel> channels) =>
    [
        ("Slack:BotToken", slack.Acme.Install().Value), ("Slack:SigningSecret", FakeSlack.SigningSecret), ("Slack:ApiBaseUrl", slack.ApiBaseUrl.AbsoluteUri),
        .. channels.SelectMany((channel, number) => new[]
        {
            ($"Subscriptions:{channel.Name}:Platform", "Slack"), ($"Subscriptions:{channel.Name}:Channel", channel.Id), ($"Subscriptions:{channel.Name}:AtLeast", number == 0 ? "" : "5000"),
        }),
    ];

    private static (string Key, string Value)[] To(string name, string workspace, string channel) =>
        [($"Subscriptions:{name}:Platform", "Slack"), ($"Subscriptions:{name}:Workspace", workspace), ($"Subscriptions:{name}:Channel", channel)];
}
