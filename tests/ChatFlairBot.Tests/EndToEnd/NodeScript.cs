using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Runs a script of <c>tests/peers</c>, whose packages <c>tests/run</c> installs.</summary>
internal static class NodeScript
{
    /// <param name="script">Its file name.</param>
    /// <param name="input">What it reads from a file.</param>
    /// <param name="more">What it is told besides.</param>
    /// <returns>How it ended, and what it said.</returns>
    public static async Task<(int Exit, string Said)> RunAsync(string script, JsonNode input, params string[] more)
    {
        using var folder = new TempFolder();
        var file = folder.File("input.json");
        await File.WriteAllTextAsync(file, input.ToJsonString(), TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node", [script, file, .. more]) { WorkingDirectory = Repository.Path("tests", "peers"), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(said));
    }
}
