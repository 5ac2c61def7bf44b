using System.Net.WebSockets;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Sends one thing after another: a WebSocket takes no two at once.</summary>
internal sealed class SocketWriter(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says goodbye, or answers one; once.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, null, token);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
