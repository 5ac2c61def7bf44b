using System.Net;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

public sealed class MainJobTests
{
    [Fact]
    public async Task A_crossing_becomes_one_card_and_stays_one_after_a_second_poll_and_a_restart()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Ada Lindqvist", 4_990), new SamplePerson(2, "Bo", 12));

        await using (var bot = await BotRun.StartAsync(folder, site, clock))
        {
            await using var viewer = await Viewer.ConnectAsync(bot.Http);
            var first = await bot.PollAsync();
            Assert.Equal((PollOutcome.Complete, 2L, 0), (first.Outcome, first.Changed, first.Milestones));

            site.Company.Find(1)!.Reputation = 5_010;
            await bot.PollAsync();
            await viewer.UntilAsync(2);
            Assert.Equal(["Ada Lindqvist reached 5,000 reputation"], viewer.Titles("celebrations"));
            Assert.Equal(["Ada Lindqvist reached 5,000 reputation"], viewer.Titles("legends"));

            Assert.Equal(0, (await bot.PollAsync()).Milestones);
            Assert.Equal(2, viewer.Cards.Count);
            Assert.Empty(bot.Log.Warnings);
            Assert.DoesNotContain(SampleSite.Token, bot.Log.All, StringComparison.Ordinal);
        }

        await using var again = await BotRun.StartAsync(folder, site, clock);
        await using var returned = await Viewer.ConnectAsync(again.Http);
        await returned.UntilAsync(2);
        Assert.Equal(0, (await again.PollAsync()).Milestones);
        Assert.Equal(2, returned.Cards.Count);
    }

    [Fact]
    public async Task Ten_thousand_people_cost_a_hundred_requests_and_one_card_a_crossing_also_after_a_restart()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromSeconds(2) };
        await using var site = await FakeStackOverflow.StartAsync(clock, 10_000);
        IEnumerable<string> expected;
        await using (var bot = await BotRun.StartAsync(folder, site, clock))
        {
            Assert.Equal((10_000L, 0), await PeopleAndMilestonesAsync(bot));
            Assert.Equal(100, site.Requests.Count);

            var risers = site.Company.People.Where(person => person.Reputation is >= 101 and < 500).Take(37).ToList();
            foreach (var person in risers) person.Reputation = 510;
            expected = risers.Select(person => $"{person.Name} reached 500 reputation").Order(StringComparer.Ordinal);
            await using var viewer = await Viewer.ConnectAsync(bot.Http);
            Assert.Equal((10_000L, 37), await PeopleAndMilestonesAsync(bot));
            await viewer.UntilAsync(37);
            Assert.Equal(expected, viewer.Titles("celebrations").Order(StringComparer.Ordinal));

            Assert.Equal((10_000L, 0), await PeopleAndMilestonesAsync(bot));
            Assert.Equal(37, viewer.Cards.Count);
        }

        await using var again = await BotRun.StartAsync(folder, site, clock);
        await using var returned = await Viewer.ConnectAsync(again.Http);
        Assert.Equal((10_000L, 0), await PeopleAndMilestonesAsync(again));
        await returned.UntilAsync(37);
        Assert.Equal(expected, returned.Titles("celebrations").Order(StringComparer.Ordinal));
        Assert.Equal((400, 0), (site.Requests.Count, site.Site.Throttled));

        static async Task<(long, int)> PeopleAndMilestonesAsync(BotRun bot)
        {
            var poll = await bot.PollAsync();
            return (poll.People, poll.Milestones);
        }
    }

    [Fact]
    public async Task A_platform_that_answers_nonsense_changes_nothing_and_the_reason_is_kept()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Ada Lindqvist", 990));
        await using var bot = await BotRun.StartAsync(folder, site, clock);
        await bot.PollAsync();

        site.Always(Answers.WebPage);
        var failed = await bot.PollAsync();
        Assert.Equal(PollOutcome.Failed, failed.Outcome);
        Assert.Contains("web page", failed.Reason, StringComparison.Ordinal);
        await Patience.UntilAsync(() => bot.Log.Warnings.Count > 0, "the failure is logged");
        Assert.Contains("last snapshot stands", Assert.Single(bot.Log.Warnings), StringComparison.Ordinal);

        site.Always(null);
        site.Company.Find(1)!.Reputation = 1_010;
        Assert.Equal(1, (await bot.PollAsync()).Milestones);
    }

    [Fact]
    public async Task A_restart_does_not_poll_again_before_its_time_unless_the_last_poll_failed()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, 3);
        await using (var bot = await BotRun.StartAsync(folder, site, clock)) await bot.PollAsync();

        await using (var bot = await BotRun.StartAsync(folder, site, clock))
        {
            await Patience.UntilAsync(() => clock.HasWaitOf(TimeSpan.FromHours(1)), "the whole interval is waited for");
            site.Always(Answers.WebPage);
            Assert.Equal(PollOutcome.Failed, (await bot.PollAsync()).Outcome);
        }

        await using (await BotRun.StartAsync(folder, site, clock))
        {
            await Patience.UntilAsync(() => clock.HasWaitOf(TimeSpan.FromMinutes(1)), "only a minute is waited for");
        }

        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task Cards_parked_for_a_channel_that_was_renamed_come_when_it_is_back()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Ada Lindqvist", 990));
        await using (var bot = await BotRun.StartAsync(folder, site, clock))
        {
            await bot.PollAsync();
            site.Company.Find(1)!.Reputation = 1_010;
            await bot.PollAsync();
        }

        // As if the channel had been gone when the card was due.
        using (var store = ChatFlairBot.Storage.Sqlite.SqliteStore.Open(new(folder.Database)))
        {
            var sent = Assert.Single(await store.Deliveries.LastSentAsync("Playground", 10, TestContext.Current.CancellationToken));
            await store.Deliveries.SettleAsync(sent.Number, new(DeliveryState.Parked, clock.GetUtcNow(), clock.GetUtcNow(), null, "gone"), TestContext.Current.CancellationToken);
        }

        await using var again = await BotRun.StartAsync(folder, site, clock);
        await using var viewer = await Viewer.ConnectAsync(again.Http);
        await viewer.UntilAsync(1);
    }

    [Fact]
    public async Task Health_tells_live_and_ready()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStackOverflow.StartAsync(clock, 3);
        await using var bot = await BotRun.StartAsync(folder, site, clock);

        foreach (var path in (string[])["/healthz/live", "/healthz/ready"])
        {
            using var answer = await bot.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
