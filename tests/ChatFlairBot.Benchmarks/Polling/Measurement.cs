using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>The three measurements, each in a process of its own: the floor alone, the first fill, and pairs of floor and poll.</summary>
internal sealed class Measurement(Uri site, string database)
{
    private const int FloorPasses = 3;

    /// <summary>The floor alone, for its memory.</summary>
    public async Task<Measured> FloorAsync(CancellationToken token)
    {
        using var floor = new Floor(site);
        var floors = new Stopwatches();
        // The first pass is the compiler's.
        await floor.ReadAsync(token);
        for (var pass = 0; pass < FloorPasses; pass++) await floors.TimeAsync(() => floor.ReadAsync(token));
        return new Measured { Floors = floors.Times };
    }

    /// <summary>The first poll into a new database, beside the floor of the same process.</summary>
    public async Task<Measured> FillAsync(CancellationToken token)
    {
        var floor = await FloorAsync(token);
        using var polled = new Polled(site, database);
        var polls = new Stopwatches();
        await polls.TimeAsync(() => polled.RunAsync(token));
        return floor with { Polls = polls.Times, Commits = [polled.LastCommit.TotalMilliseconds], WalSize = polled.WalSize };
    }

    /// <summary>Pairs of floor and poll over the same pages; the site moves on before each pair, outside the timing.</summary>
    public async Task<Measured> PairsAsync(int pairs, double percent, CancellationToken token)
    {
        using var clock = new SiteClock(site);
        using var floor = new Floor(site);
        using var polled = new Polled(site, database);
        var (floors, polls, commits) = (new Stopwatches(), new Stopwatches(), new List<double>());
        await floor.ReadAsync(token);
        var last = await polled.RunAsync(token);
        for (var pair = 0; pair < pairs; pair++)
        {
            await clock.AdvanceAsync(percent, token);
            var isFloorFirst = pair % 2 == 0;
            if (isFloorFirst) await floors.TimeAsync(() => floor.ReadAsync(token));
            await polls.TimeAsync(async () => last = await polled.RunAsync(token));
            if (!isFloorFirst) await floors.TimeAsync(() => floor.ReadAsync(token));
            commits.Add(polled.LastCommit.TotalMilliseconds);
        }

        return new Measured
        {
            Floors = floors.Times,
            FloorProcessor = floors.ProcessorTimes,
            Polls = polls.Times,
            PollProcessor = polls.ProcessorTimes,
            Commits = commits,
            Changed = last.Changed,
            Milestones = last.Milestones,
            WalSize = polled.WalSize,
        };
    }
}
