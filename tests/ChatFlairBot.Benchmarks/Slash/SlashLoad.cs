using System.Globalization;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>What came of commands sent at a steady rate.</summary>
/// <param name="Times">From the moment a command was due to its acknowledgement, in milliseconds.</param>
/// <param name="Late">Acknowledged, and answered afterwards.</param>
/// <param name="Errors">Refused.</param>
internal sealed record SlashLoad(IReadOnlyList<double> Times, int Late, int Errors)
{
    public static SlashLoad Sum(IEnumerable<SlashLoad> loads)
    {
        var all = loads.ToList();
        return new([.. all.SelectMany(one => one.Times)], all.Sum(one => one.Late), all.Sum(one => one.Errors));
    }

    public static async Task<SlashLoad> RunAsync(Uri bot, StubSlack slack, int people, int rate, int seconds, CancellationToken token)
    {
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        using var process = OwnProcess.Start(
            "slash-load", "--url", bot.AbsoluteUri, "--late", new Uri(slack.Address, "/late").AbsoluteUri, "--people", Text(people), "--rate", Text(rate), "--seconds", Text(seconds));
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        if (lines.Count != rate * seconds) throw new InvalidOperationException($"{rate * seconds} commands were to be sent, and {lines.Count} came back.");
        return new(
            [.. lines.Select(line => double.Parse(line[0], CultureInfo.InvariantCulture))], lines.Count(line => line[1] == "late"), lines.Count(line => line[1] == "error"));
    }
}
