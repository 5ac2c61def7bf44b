using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The program itself in a process of its own, as an operator starts it.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ChatFlairBot.dll");

    public static readonly IReadOnlyDictionary<string, string?> NoSettings = ReadOnlyDictionary<string, string?>.Empty;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private BotProcess(Process process) => _process = process;

    public string Output => string.Join('\n', _output);

    public bool HasExited => _process.HasExited;

    /// <param name="folder">The current folder.</param>
    /// <param name="settings">Given as environment variables.</param>
    /// <param name="arguments">The command line.</param>
    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string?> settings, params string[] arguments) => StartCommand(folder, settings, [Program, .. arguments]);

    /// <summary>Runs <c>dotnet</c> itself to the end.</summary>
    public static Task<(int ExitCode, string Output)> RunCommandAsync(string folder, string[] arguments) => EndAsync(StartCommand(folder, NoSettings, arguments));

    /// <summary>Runs to the end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string?> settings, params string[] arguments) => EndAsync(Start(folder, settings, arguments));

    private static BotProcess StartCommand(string folder, IReadOnlyDictionary<string, string?> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["NO_COLOR"] = "1";
        var bot = new BotProcess(new Process { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => bot._output.Enqueue(line.Data ?? "");
        bot._process.ErrorDataReceived += (_, line) => bot._output.Enqueue(line.Data ?? "");
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    private static async Task<(int ExitCode, string Output)> EndAsync(BotProcess process)
    {
        using var bot = process;
        await bot._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bot._process.ExitCode, bot.Output);
    }

    /// <summary>SIGKILL: the process gets no word in.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
