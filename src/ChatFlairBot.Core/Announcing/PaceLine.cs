using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Announcing;

/// <summary>What went within limits that count together, oldest first.</summary>
internal sealed class PaceLine
{
    private readonly List<PostMark> _sent = [];

    /// <returns>How long until all limits have room; zero when they have.</returns>
    public TimeSpan Wait(IReadOnlyList<PostLimit> limits, DateTimeOffset now)
    {
        // What lies ahead was written by a clock that ran ahead.
        if (_sent.Count > 0 && _sent[^1].At > now) _sent.RemoveAll(one => one.At > now);
        var (longest, most) = (limits.Max(limit => limit.Within), limits.Max(limit => limit.Messages));
        // Now and then, so that a line costs the same however much went before.
        if (_sent.Count > 2 * most || (_sent.Count > 0 && _sent[^1].At <= now - longest)) _sent.RemoveAll(one => one.At <= now - longest);
        return limits.Max(limit => _sent.Count < limit.Messages ? TimeSpan.Zero : Later(_sent[^limit.Messages].At + limit.Within - now));
    }

    public void Add(PostMark mark) => _sent.Add(mark);

    /// <summary>Keeps the order when a mark has a later time.</summary>
    public void MoveToEnd(PostMark mark)
    {
        var at = _sent.LastIndexOf(mark);
        if (at < 0 || at == _sent.Count - 1) return;
        _sent.RemoveAt(at);
        _sent.Add(mark);
    }

    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}

/// <summary>A message that went.</summary>
/// <param name="at">When it was begun.</param>
/// <param name="lines">Where it counts.</param>
internal sealed class PostMark(DateTimeOffset at, IReadOnlyList<PaceLine> lines)
{
    /// <summary>When it was begun; once it is over, when it was.</summary>
    public DateTimeOffset At { get; set; } = at;

    public IReadOnlyList<PaceLine> Lines => lines;
}
