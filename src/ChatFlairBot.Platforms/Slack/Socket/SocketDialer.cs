using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Gets a socket that has said hello.</summary>
internal sealed class SocketDialer(SocketOpener opener, SocketEnvelopes envelopes, SlackOptions options, SocketPace pace, TimeProvider time, ILogger<SocketConnection> logger)
{
    /// <exception cref="OperationCanceledException">The token ended it; nothing stays open.</exception>
    public async Task<SocketDial> DialAsync(CancellationToken token)
    {
        using var late = new CancellationTokenSource(pace.Opening, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, token);
        try
        {
            return await opener.OpenAsync(either.Token) switch
            {
                SocketOpening.Opened opened => await HelloAsync(opened.Url, either.Token),
                SocketOpening.Final final => Failed(SocketPartingKind.Final, final.Reason),
                SocketOpening.Later later => new SocketDial.Failed(new(SocketPartingKind.Closed, later.Reason, later.After)),
                _ => throw new InvalidOperationException("An opening that nobody knows."),
            };
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Failed(SocketPartingKind.Closed, $"Slack did not open a socket within {pace.Opening.TotalSeconds:N0} s.");
        }
        catch (Exception fault) when (!token.IsCancellationRequested && fault is WebSocketException or HttpRequestException or IOException)
        {
            return Failed(SocketPartingKind.Closed, $"Slack's socket could not be reached: {fault.Message}");
        }
    }

    private static SocketDial.Failed Failed(SocketPartingKind kind, string reason) => new(new(kind, reason));

    private async Task<SocketConnection> ConnectAsync(Uri url, CancellationToken token)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = pace.KeepAliveInterval;
            socket.Options.KeepAliveTimeout = pace.KeepAliveTimeout;
            await socket.ConnectAsync(url, token);
            var connection = new SocketConnection(socket, string.IsNullOrEmpty(options.AppId) ? null : options.AppId, envelopes, pace, time, logger);
            socket = null;
            return connection;
        }
        finally
        {
            socket?.Dispose();
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Whoever gets the ready one closes it.")]
    private async Task<SocketDial> HelloAsync(Uri url, CancellationToken token)
    {
        var connection = await ConnectAsync(url, token);
        var isReady = false;
        try
        {
            await Task.WhenAny(connection.Hello, connection.Parting).WaitAsync(token);
            isReady = connection.Hello.IsCompletedSuccessfully;
            return isReady ? new SocketDial.Ready(connection, (await connection.Hello).Connections) : new SocketDial.Failed(await connection.Parting);
        }
        finally
        {
            if (!isReady) await connection.DisposeAsync();
        }
    }
}
