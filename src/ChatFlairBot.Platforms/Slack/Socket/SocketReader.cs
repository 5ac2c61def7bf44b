using System.Net.WebSockets;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Puts the fragments of messages together.</summary>
/// <param name="socket">Read by nobody else.</param>
/// <param name="largest">In bytes.</param>
internal sealed class SocketReader(WebSocket socket, int largest)
{
    private byte[] _buffer = new byte[Math.Min(16 * 1024, largest)];

    /// <returns>A whole message, good until the next call; null when the other side closes.</returns>
    /// <exception cref="InvalidDataException">It is larger than allowed.</exception>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken token)
    {
        for (var length = 0; ;)
        {
            if (length == largest) throw new InvalidDataException("Slack sent more at once than the bot takes.");
            if (length == _buffer.Length) Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, largest));
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), token);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return _buffer.AsMemory(0, length);
        }
    }
}
