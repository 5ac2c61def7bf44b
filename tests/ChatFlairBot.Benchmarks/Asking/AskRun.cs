using System.CommandLine;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>What a colleague waits for, against the same endpoint that answers a constant; then while polls run.</summary>
internal static class AskRun
{
    /// <summary>The two take turns, so that a busy moment of the machine hits both.</summary>
    private const int SecondsOfTurn = 5;

    private const int WarmTurns = 3;

    public static Command Make(string name, string description, Way way)
    {
        var people = new Option<int>("--people") { Description = "How many people the snapshot holds.", DefaultValueFactory = _ => 100_000 };
        var rate = new Option<int>("--rate") { Description = "Commands a second.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "For how long in a round: commands, constants, and commands while polls run.", DefaultValueFactory = _ => 30 };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds.", DefaultValueFactory = _ => 3 };
        var verb = new Command(name, description) { people, rate, seconds, rounds };
        verb.SetAction((parsed, token) => RunAsync(way, parsed.GetValue(people), parsed.GetValue(rate), parsed.GetValue(seconds), parsed.GetValue(rounds), token));
        return verb;
    }

    private static async Task<int> RunAsync(Way way, int people, int rate, int seconds, int rounds, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var site = await SiteProcess.StartAsync(people, token);
        using var clock = new SiteClock(site.Root);
        using var polled = new Polled(site.Root, folder.Database);
        await polled.RunAsync(token);
        await clock.AdvanceAsync(1, token);
        await polled.RunAsync(token);
        await using var vendor = await VendorProcess.StartAsync(way.Vendor, people, token);
        await LinkAsync(polled, way, vendor.Welcome.Workspace, people, token);
        await using var bot = await AskedBot.StartAsync(polled.Store, polled.File, site.Root, vendor.Welcome, way, token);

        var seed = 0;
        // Warm: every member was asked for, every method compiled.
        for (var turn = 0; turn < WarmTurns; turn++)
        {
            await SendAsync(isConstant: true, SecondsOfTurn);
            await SendAsync(isConstant: false, SecondsOfTurn);
        }

        var report = new List<AskRound>();
        for (var round = 0; round < rounds; round++)
        {
            var (constant, commands) = (new List<Outcome>(), new List<Outcome>());
            for (var left = seconds; left > 0; left -= SecondsOfTurn)
            {
                constant.Add(await SendAsync(isConstant: true, Math.Min(left, SecondsOfTurn)));
                commands.Add(await SendAsync(isConstant: false, Math.Min(left, SecondsOfTurn)));
            }

            var busy = SendAsync(isConstant: false, seconds);
            var polls = 0;
            // The site turns between two states that are written ahead, 1 % of the people apart: its own work hardly shows.
            for (; !busy.IsCompleted; polls++)
            {
                await clock.TurnAsync(token);
                await Task.Run(() => polled.RunAsync(token), token);
            }

            report.Add(new AskRound(Outcome.Sum(constant), Outcome.Sum(commands), await busy, polls));
        }

        return AskReport.Print(people, rate, report);

        Task<Outcome> SendAsync(bool isConstant, int length) =>
            vendor.SendAsync(new VendorOrder(new Uri(bot.Address, isConstant ? way.Twin : way.Path), isConstant, rate, length, ++seed), token);
    }

    private static async Task LinkAsync(Polled polled, Way way, string workspace, int people, CancellationToken token)
    {
        foreach (var id in Colleagues.Of(people).Linked)
        {
            await polled.Store.Members.LinkAsync(way.MemberOf(workspace, id), new MemberLink(new PersonId(Polled.Source, id), Provenance.Manager, "benchmark", TimeProvider.System.GetUtcNow()), token);
        }
    }
}
