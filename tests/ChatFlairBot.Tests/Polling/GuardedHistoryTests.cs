using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Polling;

/// <summary>The first promise over random histories: at most once, and only for a rise that was seen between two accepted polls.</summary>
public sealed class GuardedHistoryTests
{
    private const int Histories = 40;
    private const int Polls = 40;
    private const int People = 30;

    private static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");

    private static readonly long[][] RuleSets = [[200, 500, 1_000], [200, 300, 500, 1_000], [150, 200], [1_000], [200, 210, 220, 230, 240, 250]];

    [Fact]
    public async Task Each_milestone_is_announced_at_most_once_and_only_when_the_rise_was_seen()
    {
        var (announced, held) = (0, 0);
        for (var seed = 1; seed <= Histories; seed++)
        {
            var (cards, quarantined) = await LiveThroughAsync(seed);
            announced += cards;
            held += quarantined;
        }

        // Without both there was nothing to hold to.
        Assert.True(announced > 200 && held > 40, $"{announced} announced, {held} polls held.");
    }

    private static async Task<(int Announced, int Held)> LiveThroughAsync(int seed)
    {
        var random = new Random(seed);
        var token = TestContext.Current.CancellationToken;
        using var bot = new SeededBot { Limits = new GuardLimits() };
        var platform = new FakePlatform();
        var accepted = new Dictionary<long, long>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var thresholds = RuleSets[0];
        var held = 0;
        for (var poll = 1; poll <= Polls; poll++)
        {
            if (random.Next(6) == 0) bot.Restart();
            if (random.Next(8) == 0) thresholds = RuleSets[random.Next(RuleSets.Length)];
            bot.Rules = new MilestoneRules([new ReputationThresholdRule(thresholds), new ReputationEveryRule(400)]);
            Live(bot.Source, random);
            var record = await bot.PollAsync(token);
            var rows = bot.Source.Rows.ToList();
            if (record.Outcome is PollOutcome.Quarantined)
            {
                held++;
                rows = await DecideAsync(bot, random, token) ? rows : [];
            }
            else if (record.Outcome is not PollOutcome.Complete)
            {
                rows = [];
            }

            foreach (var row in rows.DistinctBy(row => row.Person).Where(row => row.Score is >= 0 and <= Core.Standings.Standing.HighestScore))
            {
                var number = row.Person.Number;
                if (accepted.TryGetValue(number, out var highest)) seen.UnionWith(thresholds.Concat(Multiples(highest, row.Score)).Where(one => one > highest && one <= row.Score).Select(one => $"{number} {one}"));
                accepted[number] = Math.Max(row.Score, accepted.GetValueOrDefault(number));
            }

            await new Announcer(bot.Store, bot, platform, Announcer.To(General)).RunAsync(token);
        }

        var cards = bot.Query("SELECT milestone.id || ' ' || milestone.height FROM delivery JOIN milestone ON milestone.number = delivery.milestone WHERE delivery.state = 'Sent'");
        Assert.True(cards.Distinct().Count() == cards.Count && platform.Keys.Distinct().Count() == platform.Keys.Count, $"Seed {seed}: something was announced twice.");
        Assert.True(cards.All(seen.Contains), $"Seed {seed}: announced without a rise that was seen: {string.Join(", ", cards.Except(seen))}.");
        return (cards.Count, held);
    }

    private static async Task<bool> DecideAsync(SeededBot bot, Random random, CancellationToken token)
    {
        if (random.Next(3) == 0) return false;
        var wish = random.Next(2) == 0 ? HeldWish.Release : HeldWish.Discard;
        await bot.Store.Quarantine.DecideAsync("acme", wish, "Mo", token);
        await new Quarantine(bot.Store.Polls, bot.Store.Quarantine, bot.Rules, bot.Clock).CarryOutAsync(null, token);
        return wish is HeldWish.Release;
    }

    private static IEnumerable<long> Multiples(long from, long to)
    {
        for (var one = ((from / 400) + 1) * 400; one <= to; one += 400) yield return one;
    }

    // Up, down, absent, back, renamed; now and then the whole list lies.
    private static void Live(FakeSource source, Random random)
    {
        source.PageSize = 10;
        for (var person = 1; person <= People; person++)
        {
            var row = source.Rows.FirstOrDefault(row => row.Person.Number == person);
            source.Rows.RemoveAll(row => row.Person.Number == person);
            if (random.Next(20) == 0) continue;
            var score = Math.Clamp(row?.Score ?? random.Next(100, 900), 1, 50_000);
            var step = random.Next(4) > 0 ? 0 : random.Next(25) == 0 ? random.Next(-700, 1_500) : random.Next(-10, 90);
            source.Set(person, Math.Max(1, score + step), random.Next(20) == 0 ? $"Renamed {random.Next(100)}" : row?.Name);
        }

        if (random.Next(12) == 0)
        {
            var factor = random.Next(3);
            var rows = source.Rows.ConvertAll(one => one with { Score = factor == 0 ? 1 : factor == 1 ? one.Score * 10 : 5_000 - Math.Min(one.Score, 4_000) });
            source.Rows.Clear();
            source.Rows.AddRange(rows);
        }

        if (random.Next(15) == 0) source.Rows.Clear();
        var isShort = random.Next(12) == 0;
        source.StatedTotal = () => isShort ? 100 : source.Rows.Count;
    }
}
