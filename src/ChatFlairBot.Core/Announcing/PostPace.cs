using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Keeps to the platforms' rate limits by telling how long to wait; it never waits itself.</summary>
public sealed class PostPace(TimeProvider time)
{
    /// <summary>Nobody sends so many messages to one channel at once.</summary>
    private const int MostOpen = 32;

    private readonly Dictionary<object, PaceLine> _lines = [];
    private readonly Dictionary<ChannelAddress, Queue<PostMark>> _open = [];
    private readonly LongLines _ahead = new();
    private readonly Lock _gate = new();

    /// <summary>Looks ahead at what waits: where channels share limits, those that end last anyway are not to end later for it.</summary>
    public void Expect(IReadOnlyList<DueChannel> channels)
    {
        lock (_gate) _ahead.Look(channels);
    }

    /// <returns>Null when a message may go now, which then counts; else how long until one may.</returns>
    public TimeSpan? Take(ChannelAddress channel, PostLimits limits)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            (PaceLine Line, IReadOnlyList<PostLimit> Limits)[] lines =
            [
                .. Line(channel, limits.InChannel),
                .. Shared(channel, limits.InWorkspace, limits.InChannel, (channel.Platform, channel.Workspace), one => one.Platform == channel.Platform && one.Workspace == channel.Workspace),
                .. Shared(channel, limits.OnPlatform, limits.InChannel, channel.Platform, one => one.Platform == channel.Platform),
            ];
            var wait = lines.Select(one => one.Line.Wait(one.Limits, now)).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero) return wait;
            var mark = new PostMark(now, [.. lines.Select(one => one.Line)]);
            foreach (var (line, _) in lines) line.Add(mark);
            if (lines.Length > 0) Open(channel, mark);
            return null;
        }
    }

    /// <summary>The attempt is over. When the platform counted it nobody knows but that it was until now: the next one waits from here.</summary>
    public void Done(ChannelAddress channel)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(channel, out var open)) return;
            var mark = open.Dequeue();
            if (open.Count == 0) _open.Remove(channel);
            mark.At = time.GetUtcNow();
            foreach (var line in mark.Lines) line.MoveToEnd(mark);
        }
    }

    // Whoever does not say when an attempt is over leaves the last few behind, not all of them.
    private void Open(ChannelAddress channel, PostMark mark)
    {
        if (!_open.TryGetValue(channel, out var open)) _open[channel] = open = new Queue<PostMark>();
        if (open.Count == MostOpen) open.Dequeue();
        open.Enqueue(mark);
    }

    private IEnumerable<(PaceLine Line, IReadOnlyList<PostLimit> Limits)> Shared(ChannelAddress channel, IReadOnlyList<PostLimit> limits, IReadOnlyList<PostLimit> own, object of, Func<ChannelAddress, bool> isWithin) =>
        Line(of, _ahead.Of(channel, limits, own, of, isWithin));

    private IEnumerable<(PaceLine Line, IReadOnlyList<PostLimit> Limits)> Line(object of, IReadOnlyList<PostLimit> limits)
    {
        if (limits.Count == 0) yield break;
        if (!_lines.TryGetValue(of, out var line)) _lines[of] = line = new PaceLine();
        yield return (line, limits);
    }
}
