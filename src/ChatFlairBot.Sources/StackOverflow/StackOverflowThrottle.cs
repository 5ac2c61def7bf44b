using System.Globalization;
using System.Net.Http.Headers;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>
/// Waits before the platform has to refuse. Two limits run for each access token, a burst of 50 requests in 2 s and a bucket of
/// 5,000 that refills by 100 a minute; a site may have others, so only its headers count
/// (https://stackoverflowteams.help/en/articles/9085836-api-v3-overview).
/// </summary>
internal sealed class StackOverflowThrottle(TimeProvider time)
{
    /// <summary>Calls left to others that share the token.</summary>
    private const int Reserve = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

    /// <summary>Reads the limits off an answer.</summary>
    public void Note(HttpResponseHeaders headers)
    {
        Limit(headers, "x-burst-throttle-calls-left", "x-burst-throttle-seconds-until-full");
        Limit(headers, "x-token-bucket-calls-left", "x-token-bucket-seconds-until-next-refill");
    }

    /// <summary>Waits until the next request is welcome.</summary>
    public async Task WaitAsync(CancellationToken token)
    {
        var wait = _freeAt - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, token);
    }

    private void Limit(HttpResponseHeaders headers, string left, string seconds)
    {
        if (Number(headers, left) is not { } calls || calls > Reserve || Number(headers, seconds) is not { } wait) return;
        // A wait of 0 s would be rounded down from a fraction: the next call would still be one too many.
        var freeAt = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(wait, 1, Longest.TotalSeconds));
        if (freeAt > _freeAt) _freeAt = freeAt;
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
