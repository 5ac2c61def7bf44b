using System.Collections.Concurrent;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>Remembers which methods are closed for which workspace: a 429 is about one method of one workspace, and asking again earlier makes it worse (docs.slack.dev/apis/web-api/rate-limits).</summary>
internal sealed class MethodGates(TimeProvider time)
{
    /// <summary>When Slack does not say how long.</summary>
    private static readonly TimeSpan Otherwise = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Method, string Bearer), DateTimeOffset> _openAt = new();

    /// <returns>How long it is still closed; null when it is open.</returns>
    public TimeSpan? Closed(string method, string? bearer)
    {
        if (!_openAt.TryGetValue((method, bearer ?? ""), out var openAt)) return null;
        var wait = openAt - time.GetUtcNow();
        if (wait > TimeSpan.Zero && wait <= Longest) return wait;
        _openAt.TryRemove(new((method, bearer ?? ""), openAt));
        return null;
    }

    /// <returns>For how long it is closed from now on.</returns>
    public TimeSpan Close(string method, string? bearer, TimeSpan? asked)
    {
        var wait = asked is not { } some || some < TimeSpan.Zero ? Otherwise : some > Longest ? Longest : some;
        _openAt[(method, bearer ?? "")] = time.GetUtcNow() + wait;
        return wait;
    }
}
