using System.Globalization;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Polling;

/// <summary>The promise of the ledger over random histories, beside a model that is as simple as the promise.</summary>
public sealed class PollHistoryTests
{
    private const int Histories = 60;
    private const int Polls = 30;
    private const int People = 8;

    private static readonly long[][] RuleSets = [[100, 500, 1_000], [100, 250, 500, 1_000], [50, 100], [1_000], [100, 110, 120, 130, 140, 150]];

    [Fact]
    public async Task Every_milestone_is_recorded_once_and_only_for_a_rise_that_an_accepted_poll_saw()
    {
        for (var seed = 1; seed <= Histories; seed++) await LiveThroughAsync(seed);
    }

    private static async Task LiveThroughAsync(int seed)
    {
        var random = new Random(seed);
        var token = TestContext.Current.CancellationToken;
        using var bot = new SeededBot();
        var model = new Model();
        var thresholds = RuleSets[0];
        for (var poll = 1; poll <= Polls; poll++)
        {
            if (random.Next(6) == 0) bot.Restart();
            if (random.Next(8) == 0) thresholds = RuleSets[random.Next(RuleSets.Length)];
            bot.Rules = new MilestoneRules([new ReputationThresholdRule(thresholds), new ReputationEveryRule(400)]);
            Live(bot.Source, random);

            var record = await bot.PollAsync(token);

            var recorded = model.Accept(record.Outcome is PollOutcome.Complete ? bot.Source.Rows : [], thresholds, 400);
            Assert.True(recorded == record.Milestones, $"Seed {seed}, poll {poll}: {record.Milestones} milestones reported, {recorded} are true.");
        }

        var ledger = bot.Ledger();
        Assert.True(ledger.Distinct().Count() == ledger.Count, $"Seed {seed}: a milestone is in the ledger twice.");
        Assert.True(model.Ledger.SetEquals(ledger), $"Seed {seed}: the ledger has {string.Join(", ", ledger)}; true are {string.Join(", ", model.Ledger)}.");
        Assert.True(ledger.Count > 0, $"Seed {seed}: nothing happened, so nothing was tested.");
    }

    // Everybody rises, falls, leaves, comes back or takes another name; some polls break off and some are short.
    private static void Live(FakeSource source, Random random)
    {
        for (var person = 1; person <= People; person++)
        {
            var score = source.Rows.FirstOrDefault(row => row.Person.Number == person)?.Score ?? random.Next(1, 900);
            source.Rows.RemoveAll(row => row.Person.Number == person);
            if (random.Next(4) == 0) continue;
            var step = random.Next(10) == 0 ? random.Next(-1_500, 1_500) : random.Next(-40, 60);
            source.Set(person, Math.Max(1, score + step), random.Next(5) == 0 ? $"Renamed {random.Next(100)}" : null);
        }

        if (source.Rows.Count > 0 && random.Next(5) == 0) source.Rows.Add(source.Rows[0] with { Score = source.Rows[0].Score + 1_000 });
        source.Fault = random.Next(10) == 0 ? new SourceFault(SourceFaultKind.Unavailable, "Broken.") : null;
        source.PagesBeforeFault = random.Next(3);
        var isShort = random.Next(10) == 0;
        source.StatedTotal = () => isShort ? 100 : source.Rows.Count;
    }

    private sealed class Model
    {
        private readonly Dictionary<long, long> _highest = [];

        public HashSet<string> Ledger { get; } = [];

        public int Accept(IEnumerable<Standing> rows, long[] thresholds, long step)
        {
            var before = Ledger.Count;
            foreach (var row in rows.DistinctBy(row => row.Person))
            {
                var number = row.Person.Number;
                if (_highest.TryGetValue(number, out var highest))
                {
                    for (var score = highest + 1; score <= row.Score; score++)
                    {
                        if (thresholds.Contains(score) || score % step == 0) Ledger.Add(string.Create(CultureInfo.InvariantCulture, $"{number} reputation:{score}"));
                    }
                }

                _highest[number] = Math.Max(highest, row.Score);
            }

            return Ledger.Count - before;
        }
    }
}
