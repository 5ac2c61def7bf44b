using System.CommandLine;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slash</c>: how long a colleague waits for <c>/flair @user</c>, against the same endpoint with a constant answer.</summary>
internal static class SlashVerb
{
    private const double MostTimesConstant = 2;

    /// <summary>When Slack gives up.</summary>
    private const double SlackWaits = 3_000;

    private const int Rounds = 6;

    public static Command Make()
    {
        var people = new Option<int>("--people") { Description = "How many people the snapshot holds.", DefaultValueFactory = _ => 100_000 };
        var rate = new Option<int>("--rate") { Description = "Commands a second.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "How long in all, each.", DefaultValueFactory = _ => 30 };
        var verb = new Command("slash", "Compare slash commands with the same endpoint answering a constant after the signature check, and send them while polls run.") { people, rate, seconds };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), parsed.GetValue(rate), parsed.GetValue(seconds), token));
        return verb;
    }

    private static async Task<int> RunAsync(int people, int rate, int seconds, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var site = await SiteProcess.StartAsync(people, token);
        using var clock = new SiteClock(site.Root);
        using var polled = new Polled(site.Root, folder.Database);
        await polled.RunAsync(token);
        await using var slack = await StubSlack.StartAsync(token);
        await using var bot = await SlashBot.StartAsync(polled.Store, polled.File, site.Root, slack.Address, isConstant: false, token);
        await using var twin = await SlashBot.StartAsync(polled.Store, polled.File, site.Root, slack.Address, isConstant: true, token);
        var round = Math.Max(1, seconds / Rounds);

        // Warm: every member was asked for, every method compiled.
        await SlashLoad.RunAsync(twin.Address, slack, people, rate, 2 * round, token);
        await SlashLoad.RunAsync(bot.Address, slack, people, rate, 2 * round, token);
        // They take turns, so that a busy moment of the machine hits both.
        List<SlashLoad> constant = [], commands = [];
        for (var turn = 0; turn < Rounds; turn++)
        {
            constant.Add(await SlashLoad.RunAsync(twin.Address, slack, people, rate, round, token));
            commands.Add(await SlashLoad.RunAsync(bot.Address, slack, people, rate, round, token));
        }

        var (busy, polls) = await WhilePollingAsync(polled, clock, () => SlashLoad.RunAsync(bot.Address, slack, people, rate, seconds, token), token);

        var (rest, floor) = (SlashLoad.Sum(commands), SlashLoad.Sum(constant));
        var table = new Table([$"{people:N0} people, {rate} commands a second, ms", "commands", "p50", "p99", "slowest", "answered late", "errors"]);
        Add("constant answer", floor);
        Add("commands", rest);
        Add($"commands during {polls} polls", busy);
        table.Print();
        Console.WriteLine($"p99 / p99 of the constant, each round: {string.Join(", ", commands.Zip(constant, (one, other) => $"{one.Times.Percentile(99) / other.Times.Percentile(99):N2}"))}");
        return Bar.PrintAll(
        [
            new("p99 at rest / p99 of the constant answer", rest.Times.Percentile(99) / floor.Times.Percentile(99), MostTimesConstant),
            new("slowest at rest, ms", rest.Times.Max(), SlackWaits),
            new("slowest while polling, ms", busy.Times.Max(), SlackWaits),
            new("errors", rest.Errors + floor.Errors + busy.Errors, 0),
        ]);

        void Add(string title, SlashLoad load) => table.Add(
            [title, $"{load.Times.Count:N0}", $"{load.Times.Median():N2}", $"{load.Times.Percentile(99):N2}", $"{load.Times.Max():N2}", $"{load.Late:N0}", $"{load.Errors:N0}"]);
    }

    private static async Task<(SlashLoad Load, int Polls)> WhilePollingAsync(Polled polled, SiteClock clock, Func<Task<SlashLoad>> loadAsync, CancellationToken token)
    {
        var loading = loadAsync();
        var polls = 0;
        for (; !loading.IsCompleted; polls++)
        {
            await clock.AdvanceAsync(1, token);
            await Task.Run(() => polled.RunAsync(token), token);
        }

        return (await loading, polls);
    }
}
