using System.Collections.Concurrent;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>Rooms that Teams says it does not know. For some that heals by itself (github.com/microsoft/botframework-sdk/issues/6628), so it has to last before they are given up.</summary>
internal sealed class MissingRooms(TimeProvider time)
{
    private const int MostKept = 10_000;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<ChannelAddress, DateTimeOffset> _since = new();

    /// <summary>Notes that a room is not known.</summary>
    /// <returns>Whether it may come back.</returns>
    public bool IsForNow(ChannelAddress room)
    {
        var now = time.GetUtcNow();
        if (_since.Count >= MostKept) _since.Clear();
        return now - _since.GetOrAdd(room, now) is var lasts && lasts < Grace && lasts >= TimeSpan.Zero;
    }

    public void Found(ChannelAddress room) => _since.TryRemove(room, out _);

    /// <summary>Teams said itself that it is gone: there is nothing to wait for.</summary>
    public void Gone(ChannelAddress room) => _since[room] = DateTimeOffset.MinValue;
}
