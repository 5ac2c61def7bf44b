using System.Collections.Concurrent;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Remembers requests for as long as their signature is good, so that none of them counts twice. It is bounded, and forgets the oldest first.</summary>
internal sealed class SeenRequests(TimeProvider time)
{
    /// <summary>Of 64 bytes or so each.</summary>
    private const int Most = 200_000;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2 * SlackSignature.MostSeconds);

    private readonly ConcurrentDictionary<(string Path, string Signature), DateTimeOffset> _seen = new();
    private readonly ConcurrentQueue<((string Path, string Signature) Key, DateTimeOffset At)> _order = new();

    /// <returns>False when the very same request was there before.</returns>
    public bool Add(string path, string signature)
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && (_seen.Count > Most || now - oldest.At > Kept || oldest.At > now + Kept) && _order.TryDequeue(out oldest)) _seen.TryRemove(oldest.Key, out _);
        if (!_seen.TryAdd((path, signature), now)) return false;
        _order.Enqueue(((path, signature), now));
        return true;
    }

    /// <summary>Nothing came of it: it may be sent again.</summary>
    public void Forget(string path, string signature) => _seen.TryRemove((path, signature), out _);
}
