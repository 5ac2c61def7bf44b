using System.Diagnostics;
using System.Globalization;

namespace ChatFlairBot.Benchmarks.Site;

/// <summary>A site in a process of its own, for as long as this object lives.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SiteProcess(Process process, Uri root)
    {
        _process = process;
        Root = root;
    }

    public Uri Root { get; }

    public static async Task<SiteProcess> StartAsync(int people, CancellationToken token)
    {
        var process = OwnProcess.Start("site", "--people", people.ToString(CultureInfo.InvariantCulture));
        var port = await process.StandardOutput.ReadLineAsync(token) ?? throw new InvalidOperationException("The site did not start.");
        Console.WriteLine($"Site: {await process.StandardOutput.ReadLineAsync(token)}");
        return new SiteProcess(process, new Uri($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
