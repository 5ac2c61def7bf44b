using ChatFlairBot.Benchmarks.Reports;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>One round of all three.</summary>
internal sealed record AskRound(Outcome Constant, Outcome Commands, Outcome Busy, int Polls)
{
    public double Ratio => Commands.Times.Percentile(99) / Constant.Times.Percentile(99);

    /// <summary>Of the acknowledgements alone.</summary>
    public double RatioAcknowledged => Commands.Acknowledged.Percentile(99) / Constant.Acknowledged.Percentile(99);
}

/// <summary>The rounds in the words of the table and of the bars.</summary>
internal static class AskReport
{
    private const double MostOfConstant = 2;

    /// <summary>When Slack gives up, and people wonder, in milliseconds.</summary>
    private const double Patience = 3_000;

    private const int MostShown = 3;

    /// <returns>The exit code.</returns>
    public static int Print(int people, int rate, IReadOnlyList<AskRound> rounds)
    {
        var isAcknowledged = rounds[0].Commands.Acknowledged.Count > 0;
        var table = new Table([$"{people:N0} people, {rate} a second, ms", "requests", "p50", "p99", "max", "late", "late max", "errors", "connections", "sender p99", .. isAcknowledged ? (string[])["ack p50", "ack p99", "ack max"] : []]);
        for (var round = 0; round < rounds.Count; round++)
        {
            Add($"{round + 1}: constant answer", rounds[round].Constant);
            Add($"{round + 1}: commands at rest", rounds[round].Commands);
            Add($"{round + 1}: commands during {rounds[round].Polls} polls", rounds[round].Busy);
        }

        table.Print();
        PrintKinds(Outcome.Sum([.. rounds.Select(round => round.Commands)]));
        Outcome[] all = [.. rounds.SelectMany(round => new[] { round.Constant, round.Commands, round.Busy })];
        foreach (var error in all.SelectMany(one => one.Errors).Take(MostShown)) Console.WriteLine($"Error: {error}");
        if (isAcknowledged) Console.WriteLine($"p99 of their acknowledgements / p99 of the constant's, each round: {string.Join(", ", rounds.Select(round => $"{round.RatioAcknowledged:N2}"))}");
        Console.WriteLine($"p99 of commands / p99 of the constant, each round: {string.Join(", ", rounds.Select(round => $"{round.Ratio:N2}"))}");
        return Bar.PrintAll(
        [
            .. isAcknowledged ? (Bar[])[new("the same of acknowledgements, median of rounds", rounds.Select(round => round.RatioAcknowledged).Median(), MostOfConstant)] : [],
            new("p99 of commands at rest / p99 of the constant, median of rounds", rounds.Select(round => round.Ratio).Median(), MostOfConstant),
            new("slowest command at rest, ms", rounds.Max(round => round.Commands.Times.Max()), Patience),
            new("slowest command while polling, ms", rounds.Max(round => round.Busy.Times.Max()), Patience),
            new("errors", all.Sum(one => one.Errors.Count), 0),
        ]);

        void Add(string title, Outcome outcome) => table.Add(
        [
            title, $"{outcome.Times.Count:N0}", $"{outcome.Times.Median():N2}", $"{outcome.Times.Percentile(99):N2}", $"{outcome.Times.Max():N1}",
            $"{outcome.Late.Count:N0}", $"{outcome.Late.DefaultIfEmpty().Max():N0}", $"{outcome.Errors.Count:N0}", $"{outcome.Connections:N0}", $"{outcome.Waits.Percentile(99):N2}",
            .. isAcknowledged ? (string[])[$"{outcome.Acknowledged.Median():N2}", $"{outcome.Acknowledged.Percentile(99):N2}", $"{outcome.Acknowledged.Max():N1}"] : [],
        ]);
    }

    private static void PrintKinds(Outcome rest)
    {
        var table = new Table(["commands at rest, all rounds, ms", "requests", "p50", "p99", "max"]);
        foreach (var kind in rest.Kinds.Zip(rest.Times).GroupBy(one => one.First, one => one.Second, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()))
        {
            table.Add([kind.Key, $"{kind.Count():N0}", $"{kind.Median():N2}", $"{kind.Percentile(99):N2}", $"{kind.Max():N1}"]);
        }

        table.Print();
    }
}
