using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>One connection that stays open, with a thread that does nothing but wait for answers.</summary>
internal sealed class Connection : IDisposable
{
    private const int StackSize = 256 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Uri _bot;
    private readonly Func<byte[], string> _headers;
    private readonly ConcurrentStack<Connection> _idle;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Sent? _sent;
    private CountdownEvent? _left;

    /// <param name="bot">The address that questions go to.</param>
    /// <param name="headers">The vendor's own headers of a request with that body, each with its line's end.</param>
    /// <param name="idle">Where the connection goes back to once its answer is there.</param>
    public Connection(Uri bot, Func<byte[], string> headers, ConcurrentStack<Connection> idle)
    {
        (_bot, _headers, _idle) = (bot, headers, idle);
        // Vendors give up after a few seconds; this waits on, to see how late an answer is.
        _socket.ReceiveTimeout = 10_000;
        _socket.Connect(IPAddress.Loopback, bot.Port);
        new Thread(Wait, StackSize) { IsBackground = true, Name = "connection" }.Start();
    }

    /// <summary>Signs it now and sends it; the answer is the thread's.</summary>
    public void Send(Sent sent, CountdownEvent left)
    {
        var body = sent.Question.Body;
        var head = $"POST {_bot.AbsolutePath} HTTP/1.1\r\nHost: {_bot.Authority}\r\nContent-Length: {body.Length}\r\n{_headers(body)}\r\n";
        byte[] request = [.. Encoding.ASCII.GetBytes(head), .. body];
        Volatile.Write(ref _left, left);
        Volatile.Write(ref _sent, sent);
        sent.SentAt = Stopwatch.GetTimestamp();
        _socket.Send(request);
    }

    public void Dispose() => _socket.Dispose();

    private void Wait()
    {
        for (; ; )
        {
            var (length, fault) = Receive();
            if (Interlocked.Exchange(ref _sent, null) is not { } sent) return;
            sent.AnsweredAt = Stopwatch.GetTimestamp();
            sent.Fault = fault;
            if (fault is null) (sent.Status, sent.Body) = (int.Parse(Encoding.ASCII.GetString(_buffer, 9, 3), CultureInfo.InvariantCulture), _buffer[BodyAt(length)..length]);
            // A connection that broke is not used again.
            if (fault is null) _idle.Push(this);
            _left!.Signal();
            if (fault is not null) return;
        }
    }

    // Kestrel tells the length of every answer but of refusals, which count as errors whatever they say.
    private (int Length, string? Fault) Receive()
    {
        var length = 0;
        try
        {
            for (; ; )
            {
                var read = _socket.Receive(_buffer, length, _buffer.Length - length, SocketFlags.None);
                if (read == 0) return (length, "The bot closed the connection.");
                length += read;
                if (BodyAt(length) is > 0 and var body && length >= body + ContentLength(body)) return (length, null);
            }
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.TimedOut && _sent is null)
        {
            return Receive();
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            return (length, fault.Message);
        }
    }

    private int BodyAt(int length) => _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end ? end + 4 : 0;

    private int ContentLength(int body)
    {
        var head = Encoding.ASCII.GetString(_buffer, 0, body);
        var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head.AsSpan(at + 15, head.IndexOf('\r', at) - at - 15), CultureInfo.InvariantCulture);
    }
}
