using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>A vendor in a process of its own: neither its work nor its memory is the bot's, and it never waits for the bot's collector.</summary>
internal sealed class VendorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private VendorProcess(Process process, VendorWelcome welcome)
    {
        _process = process;
        Welcome = welcome;
    }

    public VendorWelcome Welcome { get; }

    /// <param name="verb">Of this program, that plays the vendor.</param>
    /// <param name="people">How many the site has.</param>
    /// <param name="token">Ends the start.</param>
    public static async Task<VendorProcess> StartAsync(string verb, int people, CancellationToken token)
    {
        var process = OwnProcess.Start(verb, "--people", people.ToString(CultureInfo.InvariantCulture));
        return new VendorProcess(process, JsonSerializer.Deserialize(await LineAsync(process, token), VendorJson.Default.VendorWelcome)!);
    }

    public async Task<Outcome> SendAsync(VendorOrder order, CancellationToken token)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, VendorJson.Default.VendorOrder).AsMemory(), token);
        await _process.StandardInput.FlushAsync(token);
        return JsonSerializer.Deserialize(await LineAsync(_process, token), VendorJson.Default.Outcome)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> LineAsync(Process process, CancellationToken token) =>
        await process.StandardOutput.ReadLineAsync(token) ?? throw new InvalidOperationException("The process that plays the vendor ended.");
}
