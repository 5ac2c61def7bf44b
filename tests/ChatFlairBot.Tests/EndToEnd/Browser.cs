using Microsoft.Playwright;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Debian's Chromium without a window, looking at the page as a person would.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Nothing but the page: no sandbox (tests may run as root) and no conversation with the browser's maker.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        // A busy machine is no fault of the page's.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments }));
    }

    /// <summary>Opens a page and collects what its console complains of.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Light)
    {
        var complaints = new List<string>();
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1_180, Height = 760 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address.AbsoluteUri);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
