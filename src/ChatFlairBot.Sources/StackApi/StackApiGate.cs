using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>
/// What one host allows this machine, for all sources that read it: 30 requests a second per address, waits for each method that last
/// across polls, and bans of up to a day (https://api.stackexchange.com/docs/throttle).
/// </summary>
internal sealed class StackApiGate(TimeProvider time) : IThrottle
{
    /// <summary>Of 30: they arrive closer together than they are sent.</summary>
    private const int Burst = 25;

    /// <summary>Who waits exactly as long as asked is still refused now and then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BurstPeriod = TimeSpan.FromSeconds(1);

    /// <summary>A day is the longest ban that is known; more is a broken number.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // The limits are the address's, so sources share them; each clock has a world of its own.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, StackApiGate>> Gates = [];

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _lately = new();
    private readonly Dictionary<string, DateTimeOffset> _methods = new(StringComparer.Ordinal);
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    public static StackApiGate Of(Uri root, TimeProvider time) => Gates.GetOrCreateValue(time).GetOrAdd(root.Authority, _ => new StackApiGate(time));

    /// <summary>The filter that adds totals, once it is made: filters never change and never expire, so one is made for each process.</summary>
    public string? TotalsFilter { get; set; }

    /// <summary>Whether the host was asked for that filter, also in vain.</summary>
    public bool IsFilterTried { get; set; }

    /// <summary>How much longer the host wants to hear nothing at all.</summary>
    public TimeSpan ClosedFor
    {
        get
        {
            lock (_gate) return Left(_closedUntil);
        }
    }

    public void Close(TimeSpan wait)
    {
        lock (_gate) _closedUntil = Later(_closedUntil, wait + Grace);
    }

    /// <summary>How much longer this method is not to be called.</summary>
    public TimeSpan HeldFor(string method)
    {
        lock (_gate) return _methods.TryGetValue(method, out var until) ? Left(until) : TimeSpan.Zero;
    }

    /// <summary>Takes down the <c>backoff</c> of an answer.</summary>
    public void Hold(string method, double? seconds)
    {
        if (!(seconds > 0)) return;
        lock (_gate) _methods[method] = Later(_methods.GetValueOrDefault(method), TimeSpan.FromSeconds(Math.Min(seconds.Value, Longest.TotalSeconds)) + Grace);
    }

    public async Task WaitAsync(CancellationToken token)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var free = _lately.Count < Burst ? now : Max(now, _lately.Dequeue() + BurstPeriod);
            _lately.Enqueue(free);
            wait = free - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, token);
    }

    public void Note(HttpResponseHeaders headers)
    {
        // All that this API tells of its limits stands in the bodies.
    }

    private DateTimeOffset Later(DateTimeOffset known, TimeSpan wait) => Max(known, time.GetUtcNow() + (wait < Longest ? wait : Longest));

    private TimeSpan Left(DateTimeOffset until) => until - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
