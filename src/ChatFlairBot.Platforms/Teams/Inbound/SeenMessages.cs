using System.Collections.Concurrent;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>
/// Remembers messages for longer than Teams sends any of them again, so that none is answered twice. In memory: a commit for every question
/// would hold up its answer, and all others while a poll writes. After a restart one may be answered once more, which changes nothing.
/// It is bounded, and forgets the oldest first.
/// </summary>
internal sealed class SeenMessages(TimeProvider time)
{
    private const int Most = 100_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Conversation, string Id), DateTimeOffset> _seen = new();
    private readonly ConcurrentQueue<((string Conversation, string Id) Key, DateTimeOffset At)> _order = new();

    /// <returns>False when the same message was there before.</returns>
    public bool Add(string conversation, string id)
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && (_seen.Count > Most || now - oldest.At > Kept || oldest.At > now + Kept) && _order.TryDequeue(out oldest)) _seen.TryRemove(oldest.Key, out _);
        if (!_seen.TryAdd((conversation, id), now)) return false;
        _order.Enqueue(((conversation, id), now));
        return true;
    }

    /// <summary>Nothing came of it: it may be sent again.</summary>
    public void Forget(string conversation, string id) => _seen.TryRemove((conversation, id), out _);
}
