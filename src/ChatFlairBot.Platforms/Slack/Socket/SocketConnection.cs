using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>
/// One open socket. Its read loop waits for nobody: every envelope is worked on beside it, and acknowledged on this socket and no other.
/// </summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    private readonly WebSocket _socket;
    private readonly SocketEnvelopes _envelopes;
    private readonly SocketPace _pace;
    private readonly TimeProvider _time;
    private readonly ILogger<SocketConnection> _logger;
    private readonly string? _appId;
    private readonly SocketReader _reader;
    private readonly SocketWriter _writer;
    private readonly InFlight _inFlight;
    private readonly CancellationTokenSource _abandon = new();
    private readonly Lazy<Task> _finish;
    private readonly TaskCompletionSource<SocketFrame.Hello> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketParting> _parting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _life;

    /// <param name="socket">Connected; belongs to this object from now on.</param>
    /// <param name="appId">The app that it has to be of; null for any.</param>
    /// <param name="envelopes">What handles them.</param>
    /// <param name="pace">How patient it is.</param>
    /// <param name="time">Measures that.</param>
    /// <param name="logger">Hears of what went wrong.</param>
    public SocketConnection(WebSocket socket, string? appId, SocketEnvelopes envelopes, SocketPace pace, TimeProvider time, ILogger<SocketConnection> logger)
    {
        (_socket, _appId, _envelopes, _pace, _time, _logger) = (socket, appId, envelopes, pace, time, logger);
        _reader = new(socket, pace.LargestFrame);
        _writer = new(socket);
        _inFlight = new(pace.MostInFlight);
        _finish = new(FinishAsync);
        Reading = ReadAsync();
        _life = LiveAsync();
    }

    /// <summary>Ready: Slack said hello, and it is the right app.</summary>
    public Task<SocketFrame.Hello> Hello => _hello.Task;

    /// <summary>Why it is to be replaced; comes while it still works, or when it is gone.</summary>
    public Task<SocketParting> Parting => _parting.Task;

    /// <summary>Over when nothing can come on it any more.</summary>
    public Task<SocketParting> Reading { get; }

    /// <summary>Listens on until Slack closes it, the time for that is over or the token ends it; then closes it.</summary>
    public async Task DrainAsync(CancellationToken token)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(_life, Task.Delay(_pace.Drain, _time, over.Token));
        await over.CancelAsync();
        await DisposeAsync();
    }

    /// <summary>Takes no more envelopes, finishes the acknowledgements and says goodbye; all of it in bounded time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _finish.Value;
        await SayGoodbyeAsync(WebSocketCloseStatus.NormalClosure);
        try
        {
            await _life.WaitAsync(_pace.Goodbye, _time);
        }
        catch (TimeoutException)
        {
            _socket.Abort();
            await _life;
        }

        _socket.Dispose();
        _writer.Dispose();
        _abandon.Dispose();
    }

    private async Task LiveAsync()
    {
        _parting.TrySetResult(await Reading);
        // Slack may close right behind an envelope: its acknowledgement still goes out before the goodbye is answered.
        await _finish.Value;
        await SayGoodbyeAsync(_socket.State is WebSocketState.Open ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.NormalClosure);
    }

    private async Task<SocketParting> ReadAsync()
    {
        await Task.Yield();
        try
        {
            // Without a token: to cancel a read aborts the socket, and with it the acknowledgements under way.
            while (await _reader.NextAsync(CancellationToken.None) is { } text) await TakeAsync(SocketFrame.Read(text.Span));
            return SocketParting.Closed($"Slack closed the socket ({_socket.CloseStatus}).");
        }
        catch (InvalidDataException fault)
        {
            return SocketParting.Closed(fault.Message);
        }
        catch (Exception fault) when (fault is not InvalidDataException)
        {
            // Whatever it was, the socket is of no use any more. A peer that answers no ping ends in a cancellation that nobody asked for.
            return SocketParting.Closed($"The connection to Slack broke: {fault.Message}");
        }
    }

    private async Task TakeAsync(SocketFrame frame)
    {
        switch (frame)
        {
            case SocketFrame.Hello hello:
                Welcome(hello);
                break;
            case SocketFrame.Disconnect disconnect:
                _parting.TrySetResult(disconnect.Parting);
                break;
            case SocketFrame.Envelope envelope:
                if (_hello.Task.IsCompleted && await _inFlight.EnterAsync(_abandon.Token)) _ = WorkAsync(envelope);
                break;
            case SocketFrame.Unreadable unreadable:
                Log.Unreadable(_logger, unreadable.Reason);
                break;
        }
    }

    private void Welcome(SocketFrame.Hello hello)
    {
        if (_appId is null || hello.AppId is null || _appId == hello.AppId) _hello.TrySetResult(hello);
        else _parting.TrySetResult(new(SocketPartingKind.Final, $"Slack:AppToken is of the app {hello.AppId}, but Slack:AppId says {_appId}. Set the token of the right app and start again."));
    }

    private async Task WorkAsync(SocketFrame.Envelope envelope)
    {
        await Task.Yield();
        try
        {
            if (await _envelopes.HandleAsync(envelope, _abandon.Token) is { } ack) await _writer.SendAsync(ack, _abandon.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            Log.AckLost(_logger, envelope.Type, fault.Message);
        }
        finally
        {
            _inFlight.Leave();
        }
    }

    private async Task FinishAsync()
    {
        using var late = new CancellationTokenSource(_pace.Finish, _time);
        try
        {
            await _inFlight.CloseAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            Log.Unfinished(_logger, _pace.Finish);
            await _abandon.CancelAsync();
        }
    }

    private async Task SayGoodbyeAsync(WebSocketCloseStatus status)
    {
        using var late = new CancellationTokenSource(_pace.Goodbye, _time);
        try
        {
            await _writer.CloseAsync(status, late.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Who is gone needs no goodbye.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message on Slack's socket was left alone. {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "What Slack sent ({Type}) was handled, but its acknowledgement was lost; Slack sends it again and it is not handled twice. {Reason}")]
        public static partial void AckLost(ILogger logger, string type, string reason);

        [LoggerMessage(3, LogLevel.Warning, "What came over a socket that ends was not done within {Most}; it was not acknowledged, and Slack sends it again.")]
        public static partial void Unfinished(ILogger logger, TimeSpan most);
    }
}
