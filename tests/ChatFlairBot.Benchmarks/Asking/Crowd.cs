using System.Collections.Concurrent;
using System.Diagnostics;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>
/// Sends each question when it is due, whatever came back so far. One thread sends, and each connection has a thread that waits for its answer:
/// nothing of it runs on the thread pool, and a connection that is still waiting holds no other question up.
/// </summary>
/// <param name="bot">The address that questions go to.</param>
/// <param name="headers">The vendor's own headers of a request with that body, each with its line's end.</param>
internal sealed class Crowd(Uri bot, Func<byte[], string> headers) : IDisposable
{
    /// <summary>Open ahead; more are opened when all of them are waiting.</summary>
    private const int FirstConnections = 16;

    /// <summary>From here on it looks at the clock instead of sleeping, for sleep ends up to a millisecond late.</summary>
    private const double Awake = 1.2;

    private readonly ConcurrentBag<Connection> _all = [];
    private readonly ConcurrentStack<Connection> _idle = new();

    public int Connections => _all.Count;

    /// <returns>All that was sent, once every answer is there or given up.</returns>
    public IReadOnlyList<Sent> Send(IReadOnlyList<Question> questions, int rate)
    {
        while (_all.Count < FirstConnections) _idle.Push(Open());
        var sent = questions.Select(question => new Sent(question)).ToList();
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

    private Connection Open()
    {
        var connection = new Connection(bot, headers, _idle);
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
