using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>Speaks API v2.3: asks for nothing while it was told to wait, and for nothing twice within a minute.</summary>
internal sealed class StackApiClient : IDisposable
{
    /// <summary>Longer waits are not for a poll: it ends, and the next one comes after them.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Answers are cached for so long anyway, and asking more often is abuse (https://api.stackexchange.com/docs).</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly StackApiSite _site;
    private readonly SourceHttp _http;
    private readonly StackApiGate _gate;
    private readonly StackApiFaults _faults;
    private readonly Dictionary<string, DateTimeOffset> _answered = new(StringComparer.Ordinal);
    private readonly Queue<(string Path, DateTimeOffset At)> _order = new();
    private readonly TimeProvider _time;

    public StackApiClient(StackApiSite site, TimeProvider time)
    {
        _site = site;
        _time = time;
        _gate = StackApiGate.Of(site.Root, time);
        _faults = new StackApiFaults(site.Root, site.Hints);
        _http = new SourceHttp(
            new SourceSite(site.Root, site.Hints)
            {
                Credentials = site.Credentials, Contact = site.Contact, Throttle = _gate, Refusal = (_, body) => Noted(_faults.Read(body)),
            },
            time);
    }

    public StackApiSite Site => _site;

    public StackApiGate Gate => _gate;

    public SourceFaults Faults => _http.Faults;

    /// <summary>What the last answer said is left of the day's requests; null before any.</summary>
    public (long Left, long? Max)? Quota { get; private set; }

    /// <summary>Adds the site or team that a method is asked about.</summary>
    public string Scoped(string path) => _site.Scope.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{_site.Scope}";

    /// <summary>Calls one method.</summary>
    /// <param name="method">Its documented name, which waits are counted by: <c>users/{ids}</c>. A /me form counts as that of one person.</param>
    /// <param name="path">Its address without the scope.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="token">Ends the request; only this token makes the call throw.</param>
    public async Task<SourceAnswer<Envelope<T>>> GetAsync<T>(string method, string path, JsonTypeInfo<Envelope<T>> shape, CancellationToken token)
        where T : class
    {
        if (_gate.ClosedFor is { Ticks: > 0 } closed) return _faults.Closed(closed);
        var wait = _gate.HeldFor(method);
        if (wait > LongestWait) return _faults.Held(method, wait);
        if (Freshness - SinceAnswered(path) is var stale && stale > wait) wait = stale;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, token);

        var answer = await _http.GetAsync(path, shape, token);
        if (!answer.TryGet(out var envelope, out var fault)) return fault;
        _gate.Hold(method, envelope.Backoff);
        if (envelope.QuotaRemaining is { } left) Quota = (left, envelope.QuotaMax);
        // A refusal may come as 200 too, from a proxy that mends statuses.
        if (envelope.ErrorId is { } error) return Noted(_faults.Of(error, envelope.ErrorMessage))!;
        Remember(path);
        return envelope;
    }

    public void Dispose() => _http.Dispose();

    private SourceFault? Noted(SourceFault? fault)
    {
        if (fault is { Kind: SourceFaultKind.Throttled, RetryAfter: { } wait }) _gate.Close(wait);
        return fault;
    }

    private TimeSpan SinceAnswered(string path) => _answered.TryGetValue(path, out var at) ? _time.GetUtcNow() - at : TimeSpan.MaxValue;

    private void Remember(string path)
    {
        var now = _time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && now - oldest.At >= Freshness)
        {
            _order.Dequeue();
            if (_answered.GetValueOrDefault(oldest.Path) == oldest.At) _answered.Remove(oldest.Path);
        }

        _answered[path] = now;
        _order.Enqueue((path, now));
    }
}
