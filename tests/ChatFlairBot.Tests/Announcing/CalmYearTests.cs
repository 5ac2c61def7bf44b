using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Twelve months of a site of 2,000 people, through the real store, in channels whose clocks change in both directions.</summary>
public sealed class CalmYearTests : IDisposable
{
    private const int People = 2_000;
    private static readonly TimeSpan Between = TimeSpan.FromHours(5);
    private static readonly TimeSpan BeforePoll = TimeSpan.FromMinutes(1);
    private static readonly long[] Thresholds = [100, 250, 500, 1_000, 2_500, 5_000, 10_000];
    private static readonly HashSet<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly Dictionary<string, Subscription> Channels = new Subscription[]
    {
        Channel("berlin", Pace.Immediately, "Europe/Berlin", (18, 8), Week, 3),
        Channel("new-york", Pace.Daily, "America/New_York", (20, 7), [], 2),
        Channel("lord-howe", Pace.Weekly, "Australia/Lord_Howe", (17, 9), Week, 1),
        Channel("kathmandu", Pace.Immediately, "Asia/Kathmandu", (22, 2), [], 1),
        Channel("santiago", Pace.Immediately, "America/Santiago", (23, 1), [], 5) with { AtLeast = 1_000 },
        Channel("everything", Pace.Immediately, "Etc/UTC", null, [], 0),
    }.ToDictionary(one => one.Channel.Channel);

    private readonly SeededBot _bot = new() { Rules = new MilestoneRules([new ReputationThresholdRule(Thresholds), new ReputationEveryRule(10_000)]) };
    private readonly YearPlatform _platform = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Budgets_and_quiet_hours_hold_digests_are_complete_and_simulate_agrees()
    {
        _platform.Clock = _bot.Clock;
        await LiveAsync();

        var celebrated = int.Parse(_bot.Query("SELECT CAST(COUNT(*) AS TEXT) FROM milestone WHERE announcement != 'none'")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(celebrated > 1_000, $"Only {celebrated} milestones.");
        var rises = await _bot.Store.History.RisesAsync(["acme"], DateTimeOffset.UnixEpoch, Token);
        foreach (var (name, channel) in Channels)
        {
            var posts = _platform.Posts.FindAll(post => post.Channel == name);
            var hours = channel.Terms.Hours;
            Assert.All(posts, post => Assert.True(hours.IsOpen(post.At), $"{name} heard something at {post.At:u}."));
            if (channel.Terms.CardsPerDay > 0) Assert.All(posts.GroupBy(post => hours.DayOf(post.At)), day => Assert.True(day.Count() <= channel.Terms.CardsPerDay, $"{name} on {day.Key}: {day.Count()}"));

            // Every milestone is a card, a line, a recorded no, or still waits for its time.
            var (cards, lines) = (posts.Count(post => post.Lines == 0), posts.Sum(post => post.Lines));
            var (noes, waiting) = (States(name, "Dropped"), States(name, "Waiting"));
            Assert.Equal(celebrated, cards + lines + noes + waiting);

            var simulated = Simulation.Run(rises, _bot.Rules, (person, one) => channel.AtLeast <= one.Height, channel.Terms, _bot.Clock.GetUtcNow());
            Assert.Equal((name, cards, posts.Count - cards, lines, waiting), (name, simulated.Cards, simulated.Digests, simulated.DigestLines, simulated.StillWaiting));
            Assert.Equal(
                posts.GroupBy(post => hours.DayOf(post.At)).OrderBy(day => day.Key).Select(day => new SimulatedDay(day.Key, day.Count(post => post.Lines == 0), day.Count(post => post.Lines > 0), day.Sum(post => post.Lines))),
                simulated.Days);
        }
    }

    public void Dispose() => _bot.Dispose();

    private static Subscription Channel(string name, Pace pace, string zone, (int From, int Until)? quiet, HashSet<DayOfWeek> days, int perDay) =>
        new(name, new ChannelAddress("Fake", ChannelAddress.DefaultWorkspace, name), new Terms(
            pace,
            new TimeOnly(9, 30),
            DayOfWeek.Monday,
            new ChannelHours(TimeZoneInfo.FindSystemTimeZoneById(zone), quiet is var (from, until) ? new QuietHours(new TimeOnly(from, 0), new TimeOnly(until, 0)) : null, days),
            perDay));

    // Between two polls the bot wakes whenever something falls due, as its loop does.
    private async Task LiveAsync()
    {
        var random = new Random(20260302);
        var scores = new long[People];
        for (var person = 0; person < People; person++) scores[person] = random.Next(1, 2_000);
        var announcer = new Announcer(_bot.Store, _bot, _platform, [.. Channels.Values]);
        _bot.Source.PageSize = 100;
        _bot.Source.Rows.AddRange(scores.Select((score, index) => Person(index, score)));
        var end = _bot.Clock.GetUtcNow().AddYears(1);
        while (_bot.Clock.GetUtcNow() < end)
        {
            await _bot.PollAsync(Token);
            await announcer.RunAsync(Token);
            // What falls due in the minute that a poll of the test takes to begin is run before it, and puts it off.
            var next = _bot.Clock.GetUtcNow() + Between;
            while (await NextDueAsync() is { } due && due < next + BeforePoll)
            {
                if (due > _bot.Clock.GetUtcNow()) _bot.Clock.Advance(due - _bot.Clock.GetUtcNow());
                await announcer.RunAsync(Token);
                Assert.True(await NextDueAsync() is not { } again || again > due, $"What was due at {due:u} is due for ever.");
            }

            if (next > _bot.Clock.GetUtcNow()) _bot.Clock.Advance(next - _bot.Clock.GetUtcNow());
            for (var votes = random.Next(70); votes > 0; votes--)
            {
                var index = random.Next(People);
                scores[index] = Math.Max(1, scores[index] + (random.Next(12) == 0 ? -random.Next(200) : random.Next(5, 40)));
                _bot.Source.Rows[index] = Person(index, scores[index]);
            }
        }
    }

    private async Task<DateTimeOffset?> NextDueAsync() =>
        (await _bot.Store.Deliveries.DueChannelsAsync(Token)).Select(due => (DateTimeOffset?)due.DueAt).Min();

    private static Standing Person(int index, long score) => new(new PersonId("acme", index + 1), $"Person {index + 1}", score, null, null);

    private int States(string channel, string state) =>
        int.Parse(_bot.Query($"SELECT CAST(COUNT(*) AS TEXT) FROM delivery WHERE channel = '{channel}' AND state = '{state}'")[0], System.Globalization.CultureInfo.InvariantCulture);

    private sealed class YearPlatform : IChatPlatform
    {
        public string Name => "Fake";

        public ManualClock Clock { get; set; } = null!;

        public List<(string Channel, DateTimeOffset At, int Lines)> Posts { get; } = [];

        public Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
        {
            var lines = card.Kind is CardKind.Digest ? int.Parse(card.Title.Split(' ')[0], System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture) : 0;
            Posts.Add((channel.Channel, Clock.GetUtcNow(), lines));
            return Task.FromResult<PostOutcome>(new PostOutcome.Posted($"m-{Posts.Count}"));
        }
    }
}
