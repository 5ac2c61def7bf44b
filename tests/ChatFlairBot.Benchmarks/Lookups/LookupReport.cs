using ChatFlairBot.Benchmarks.Reports;

namespace ChatFlairBot.Benchmarks.Lookups;

/// <summary>The lookups' times in the words of the table and of the bars; in both lists the bare statement comes first.</summary>
internal sealed record LookupReport(int People, IReadOnlyList<Lookup> Lookups, IReadOnlyList<IReadOnlyList<double>> Quiet, IReadOnlyList<IReadOnlyList<double>> Busy)
{
    private const double LongestAnswer = 2;

    /// <summary>The slow way, through every name, is the last resort and has no bar.</summary>
    public IEnumerable<Bar> Bars => Lookups
        .Select((lookup, index) => new Bar($"{lookup.Title}, {People:N0} people at rest, p99 in ms", Quiet[index].Percentile(99), LongestAnswer))
        .Where(bar => !bar.Title.Contains("last name", StringComparison.Ordinal));

    public void Print()
    {
        var table = new Table([$"{People:N0} people, times in µs", "p50", "p99", "p50 / bare", "polling: p50", "p99", "p50 / bare", "p99 / at rest"]);
        for (var index = 0; index < Lookups.Count; index++)
        {
            var (quiet, busy) = (Quiet[index], Busy[index]);
            table.Add(
            [
                Lookups[index].Title,
                $"{quiet.Median() * 1000:N0}",
                $"{quiet.Percentile(99) * 1000:N0}",
                $"{quiet.Median() / Quiet[0].Median():N1}",
                $"{busy.Median() * 1000:N0}",
                $"{busy.Percentile(99) * 1000:N0}",
                $"{busy.Median() / Busy[0].Median():N1}",
                $"{busy.Percentile(99) / quiet.Percentile(99):N1}",
            ]);
        }

        table.Print();
    }
}
