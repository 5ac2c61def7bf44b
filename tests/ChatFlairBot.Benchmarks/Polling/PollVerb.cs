using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary><c>poll</c>: whole polls against the bare floor of downloading and reading the same pages.</summary>
internal static class PollVerb
{
    public static Command Make()
    {
        var people = new Option<int[]>("--people")
        {
            Description = "How many people the site has; several sizes are measured one after another.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10_000, 100_000],
        };
        var pairs = new Option<int>("--pairs") { Description = "How many pairs of floor and poll are measured, taking turns.", DefaultValueFactory = _ => 9 };
        var percent = new Option<double>("--percent") { Description = "How many percent of the people change between two polls.", DefaultValueFactory = _ => 1 };
        var verb = new Command("poll", "Compare whole polls with the bare floor: downloading and reading the same pages, nothing else.") { people, pairs, percent };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people)!, parsed.GetValue(pairs), parsed.GetValue(percent), token));
        return verb;
    }

    private static async Task<int> RunAsync(int[] sizes, int pairs, double percent, CancellationToken token)
    {
        var reports = new List<PollReport>();
        foreach (var size in sizes) reports.Add(await MeasureAsync(size, pairs, percent, token));
        PollReport.Print(reports);
        return Bar.PrintAll(reports.SelectMany(report => report.Bars));
    }

    private static async Task<PollReport> MeasureAsync(int people, int pairs, double percent, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var site = await SiteProcess.StartAsync(people, token);
        string[] place = ["--site", site.Root.AbsoluteUri, "--data", folder.Database];
        var floor = await RunAsync(["measure", "floor", .. place], token);
        var fill = await RunAsync(["measure", "fill", .. place], token);
        var fileAfterFill = folder.DatabaseSize;
        var polls = await RunAsync(["measure", "pairs", .. place, "--pairs", Text(pairs), "--percent", Text(percent)], token);
        return new PollReport(people, floor, fill, polls, fileAfterFill, folder.DatabaseSize);
    }

    private static async Task<Measured> RunAsync(IReadOnlyList<string> arguments, CancellationToken token)
    {
        using var process = OwnProcess.Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize(output, MeasuredJson.Default.Measured)!
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' failed.");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
