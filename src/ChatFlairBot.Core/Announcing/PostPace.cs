using System.Collections.Concurrent;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Keeps to the platforms' rate limits by telling how long to wait; it never waits itself.</summary>
public sealed class PostPace(TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelAddress, Window> _channels = new();
    private readonly ConcurrentDictionary<(string Platform, string Workspace), Window> _workspaces = new();

    /// <returns>Null when a message may go now, which then counts; else how long until one may.</returns>
    public TimeSpan? Take(ChannelAddress channel, PostLimits limits)
    {
        var now = time.GetUtcNow();
        var ofChannel = limits.InChannel is null ? null : _channels.GetOrAdd(channel, _ => new());
        var ofWorkspace = limits.InWorkspace is null ? null : _workspaces.GetOrAdd((channel.Platform, channel.Workspace), _ => new());
        lock (_workspaces)
        {
            var wait = Longest(ofChannel?.Wait(limits.InChannel!, now), ofWorkspace?.Wait(limits.InWorkspace!, now));
            if (wait > TimeSpan.Zero) return wait;
            ofChannel?.Sent.Add(now);
            ofWorkspace?.Sent.Add(now);
            return null;
        }
    }

    /// <summary>The attempt is over. When the platform counted it nobody knows but that it was until now: the next one waits from here.</summary>
    public void Done(ChannelAddress channel)
    {
        var now = time.GetUtcNow();
        lock (_workspaces)
        {
            if (_channels.TryGetValue(channel, out var ofChannel)) ofChannel.End(now);
            if (_workspaces.TryGetValue((channel.Platform, channel.Workspace), out var ofWorkspace)) ofWorkspace.End(now);
        }
    }

    private static TimeSpan Longest(TimeSpan? one, TimeSpan? other) => TimeSpan.FromTicks(Math.Max(one?.Ticks ?? 0, other?.Ticks ?? 0));

    private sealed class Window
    {
        public List<DateTimeOffset> Sent { get; } = [];

        public void End(DateTimeOffset now)
        {
            if (Sent.Count > 0) Sent[^1] = now;
        }

        public TimeSpan Wait(PostLimit limit, DateTimeOffset now)
        {
            // What lies ahead was written by a clock that ran ahead.
            Sent.RemoveAll(one => one <= now - limit.Within || one > now);
            return Sent.Count < limit.Messages ? TimeSpan.Zero : Sent[0] + limit.Within - now;
        }
    }
}
