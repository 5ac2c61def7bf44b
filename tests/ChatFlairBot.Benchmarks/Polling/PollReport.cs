using ChatFlairBot.Benchmarks.Reports;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>What was measured at one size, in the words of the table and of the bars.</summary>
internal sealed record PollReport(int People, Measured Floor, Measured Fill, Measured Pairs, long FileAfterFill, long FileAfterPolls)
{
    private const double MiB = 1024 * 1024;

    private double[] Ratios => Paired(Pairs.Polls, Pairs.Floors);

    private double FillRatio => Fill.Polls[0] / Fill.Floors.Median();

    /// <summary>Below 100,000 people a poll is over in moments, and its ratio says more about the disk's mood than about the bot.</summary>
    public IEnumerable<Bar> Bars =>
    [
        .. People < 100_000 ? (Bar[])[] : [new Bar($"poll/floor {People:N0} people", Ratios.Median(), 1.60)],
        new Bar($"peak memory of polls {People:N0} people, MiB", Pairs.PeakMemory / MiB, People <= 100_000 ? 130 : 160),
        new Bar($"file after the last poll / after the first {People:N0} people", (double)FileAfterPolls / FileAfterFill, 1.05),
        new Bar($"log file {People:N0} people, MiB", Pairs.WalSize / MiB, 16),
        new Bar($"write lock {People:N0} people, s", Pairs.Commits.Max() / 1000, 0.5),
    ];

    public static void Print(IReadOnlyList<PollReport> reports)
    {
        var table = new Table(["", .. reports.Select(report => $"{report.People:N0} people")]);
        Add("floor, ms (median)", report => $"{report.Pairs.Floors.Median():N0}");
        Add("poll, ms (median)", report => $"{report.Pairs.Polls.Median():N0}");
        Add("poll / floor (median of pairs)", report => $"{report.Ratios.Median():N2}");
        Add("  lowest and highest pair", report => $"{report.Ratios.Min():N2} – {report.Ratios.Max():N2}");
        Add("  the same in processor time", report => $"{Paired(report.Pairs.PollProcessor, report.Pairs.FloorProcessor).Median():N2}");
        Add("changed people, last poll", report => $"{report.Pairs.Changed:N0}");
        Add("milestones, last poll", report => $"{report.Pairs.Milestones:N0}");
        Add("commit, ms (median)", report => $"{report.Pairs.Commits.Median():N0}");
        Add("first fill, ms", report => $"{report.Fill.Polls[0]:N0}");
        Add("  its commit, ms", report => $"{report.Fill.Commits[0]:N0}");
        Add("first fill / floor", report => $"{report.FillRatio:N2}");
        Add("file after the first fill, MiB", report => $"{report.FileAfterFill / MiB:N1}");
        Add("file after the last poll, MiB", report => $"{report.FileAfterPolls / MiB:N1}");
        Add("log (WAL) after the first fill, MiB", report => $"{report.Fill.WalSize / MiB:N1}");
        Add("log (WAL) after the last poll, MiB", report => $"{report.Pairs.WalSize / MiB:N1}");
        Add("peak memory, floor alone, MiB", report => $"{report.Floor.PeakMemory / MiB:N0}");
        Add("peak memory, polls, MiB", report => $"{report.Pairs.PeakMemory / MiB:N0}");
        Add("peak memory, first fill, MiB", report => $"{report.Fill.PeakMemory / MiB:N0}");
        table.Print();

        void Add(string title, Func<PollReport, string> cell) => table.Add([title, .. reports.Select(cell)]);
    }

    private static double[] Paired(IEnumerable<double> polls, IEnumerable<double> floors) => [.. polls.Zip(floors, (poll, floor) => poll / floor)];
}
