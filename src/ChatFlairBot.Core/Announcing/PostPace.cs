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
            ofChannel?.Sent.Enqueue(now);
            ofWorkspace?.Sent.Enqueue(now);
            return null;
        }
    }

    private static TimeSpan Longest(TimeSpan? one, TimeSpan? other) => TimeSpan.FromTicks(Math.Max(one?.Ticks ?? 0, other?.Ticks ?? 0));

    private sealed class Window
    {
        public Queue<DateTimeOffset> Sent { get; } = new();

        public TimeSpan Wait(PostLimit limit, DateTimeOffset now)
        {
            // What lies ahead was written by a clock that ran ahead.
            while (Sent.TryPeek(out var oldest) && (oldest <= now - limit.Within || oldest > now)) Sent.Dequeue();
            return Sent.Count < limit.Messages ? TimeSpan.Zero : Sent.Peek() + limit.Within - now;
        }
    }
}
