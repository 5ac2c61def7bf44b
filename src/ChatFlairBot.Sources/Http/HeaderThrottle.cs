using System.Globalization;
using System.Net.Http.Headers;

namespace ChatFlairBot.Sources.Http;

/// <summary>Waits by what the last answers told of their limits. Sites differ from their documentation, so only headers count.</summary>
internal sealed class HeaderThrottle(IReadOnlyList<HeaderLimit> limits, TimeProvider time) : IThrottle
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

    public void Note(HttpResponseHeaders headers)
    {
        foreach (var limit in limits)
        {
            if (Number(headers, limit.CallsLeft) is not { } calls || calls > limit.Reserve || Number(headers, limit.Seconds) is not { } wait) continue;
            // A wait of 0 s would be rounded down from a fraction: the next call would still be one too many.
            var freeAt = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(wait, 1, Longest.TotalSeconds));
            if (freeAt > _freeAt) _freeAt = freeAt;
        }
    }

    public async Task WaitAsync(CancellationToken token)
    {
        var wait = _freeAt - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, token);
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
