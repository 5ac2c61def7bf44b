using System.Globalization;

namespace ChatFlairBot.Benchmarks.Site;

/// <summary>Moves a site on: the next reading of it finds other scores.</summary>
internal sealed class SiteClock(Uri root) : IDisposable
{
    // Writing the pages of a million people takes a while.
    private readonly HttpClient _http = new() { BaseAddress = root, Timeout = TimeSpan.FromMinutes(5) };

    public async Task AdvanceAsync(double percent, CancellationToken token)
    {
        using var answer = await _http.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"advance?percent={percent}"), UriKind.Relative), null, token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Between the last two states of the site, back and forth.</summary>
    public async Task TurnAsync(CancellationToken token)
    {
        using var answer = await _http.PostAsync(new Uri("turn", UriKind.Relative), null, token);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
