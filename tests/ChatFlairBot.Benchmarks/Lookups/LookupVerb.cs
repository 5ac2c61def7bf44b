using System.CommandLine;
using ChatFlairBot.Benchmarks.Polling;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Lookups;

/// <summary><c>lookup</c>: what a colleague waits for, against a bare statement, at rest and while a poll runs.</summary>
internal static class LookupVerb
{
    private const int MostPolls = 10;

    public static Command Make()
    {
        var people = new Option<int>("--people") { Description = "How many people the snapshot holds.", DefaultValueFactory = _ => 100_000 };
        var count = new Option<int>("--count") { Description = "How often each lookup is measured.", DefaultValueFactory = _ => 2_000 };
        var verb = new Command("lookup", "Compare lookups with a bare prepared statement by primary key, at rest and while a poll runs.") { people, count };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), parsed.GetValue(count), token));
        return verb;
    }

    private static async Task<int> RunAsync(int people, int count, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var site = await SiteProcess.StartAsync(people, token);
        using var clock = new SiteClock(site.Root);
        using var polled = new Polled(site.Root, folder.Database);
        await polled.RunAsync(token);

        using var bare = new BareStatement(polled.File);
        var lookups = Lookup.All(polled.Store, bare, people);
        // Warm: the compiler's work and the first reading of the file are not what is compared.
        foreach (var lookup in lookups) await lookup.MeasureAsync(count / 4, () => false);

        var quiet = new List<IReadOnlyList<double>>();
        foreach (var lookup in lookups) quiet.Add(await lookup.MeasureAsync(count, () => false));
        var busy = new List<IReadOnlyList<double>>();
        foreach (var lookup in lookups) busy.Add(await WhilePollingAsync(lookup, count, polled, clock, token));

        var report = new LookupReport(people, lookups, quiet, busy);
        report.Print();
        return Bar.PrintAll(report.Bars);
    }

    // The site moves on between the polls; its work then is not the poll's, so lookups rest meanwhile.
    private static async Task<IReadOnlyList<double>> WhilePollingAsync(Lookup lookup, int count, Polled polled, SiteClock clock, CancellationToken token)
    {
        var times = new List<double>();
        for (var poll = 0; poll < MostPolls && times.Count < count; poll++)
        {
            await clock.AdvanceAsync(1, token);
            var polling = Task.Run(() => polled.RunAsync(token), token);
            times.AddRange(await lookup.MeasureAsync(count - times.Count, () => polling.IsCompleted));
            await polling;
        }

        return times;
    }
}
