using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Slack in a process of its own: neither its work nor its memory is the bot's, and it never waits for the bot's collector.</summary>
internal sealed class SlackProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SlackProcess(Process process, SlackWelcome welcome)
    {
        _process = process;
        Welcome = welcome;
    }

    public SlackWelcome Welcome { get; }

    public static async Task<SlackProcess> StartAsync(int people, CancellationToken token)
    {
        var process = OwnProcess.Start("slack", "--people", people.ToString(CultureInfo.InvariantCulture));
        return new SlackProcess(process, JsonSerializer.Deserialize(await LineAsync(process, token), SlackMessagesJson.Default.SlackWelcome)!);
    }

    public async Task<SlackOutcome> SendAsync(SlackOrder order, CancellationToken token)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, SlackMessagesJson.Default.SlackOrder).AsMemory(), token);
        await _process.StandardInput.FlushAsync(token);
        return JsonSerializer.Deserialize(await LineAsync(_process, token), SlackMessagesJson.Default.SlackOutcome)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> LineAsync(Process process, CancellationToken token) =>
        await process.StandardOutput.ReadLineAsync(token) ?? throw new InvalidOperationException("The process that plays Slack ended.");
}
