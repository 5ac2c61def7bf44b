using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>
/// Sends each command when it is due, whatever came back so far. One thread sends, and each connection has a thread that waits for its answer:
/// nothing of it runs on the thread pool, and a connection that is still waiting holds no other command up.
/// </summary>
internal sealed class Crowd(Uri bot) : IDisposable
{
    /// <summary>Open ahead; more are opened when all of them are waiting.</summary>
    private const int FirstConnections = 16;

    /// <summary>From here on it looks at the clock instead of sleeping, for sleep ends up to a millisecond late.</summary>
    private const double Awake = 1.2;

    private readonly ConcurrentBag<SlackConnection> _all = [];
    private readonly ConcurrentStack<SlackConnection> _idle = new();

    public int Connections => _all.Count;

    /// <returns>All that was sent, once every answer is there or given up.</returns>
    public IReadOnlyList<Sent> Send(IReadOnlyList<Typed> commands, int rate)
    {
        while (_all.Count < FirstConnections) _idle.Push(Open());
        var sent = commands.Select(command => new Sent(command)).ToList();
        using var left = new CountdownEvent(sent.Count);
        var begun = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        var sender = new Thread(() => Send(sent, begun, Stopwatch.Frequency / rate, left)) { Name = "sender", Priority = ThreadPriority.Highest };
        sender.Start();
        sender.Join();
        left.Wait();
        return sent;
    }

    public void Dispose()
    {
        foreach (var connection in _all) connection.Dispose();
    }

    private void Send(List<Sent> sent, long begun, long apart, CountdownEvent left)
    {
        for (var index = 0; index < sent.Count; index++)
        {
            var one = sent[index];
            one.Due = begun + (index * apart);
            WaitUntil(one.Due);
            if (!_idle.TryPop(out var connection)) connection = Open();
            connection.Send(one, left);
        }
    }

    private SlackConnection Open()
    {
        var connection = new SlackConnection(bot, _idle);
        _all.Add(connection);
        return connection;
    }

    private static void WaitUntil(long due)
    {
        for (; ; )
        {
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds;
            if (wait <= 0) return;
#pragma warning disable RS0030 // A thread of its own with nothing else to do: a timer would end on the thread pool, and later.
            if (wait > Awake) Thread.Sleep((int)(wait - Awake) + 1);
#pragma warning restore RS0030
            else Thread.Yield();
        }
    }
}
