using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Slack's side of one socket.</summary>
internal sealed class FakeSocket(int number, WebSocket socket, HttpContext context, FakeLedger ledger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Counted from 1, in the order of opening.</summary>
    public int Number => number;

    /// <summary>Whether it said hello.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>Whether Slack sends on it: greeted, and nobody has said goodbye.</summary>
    public bool IsLive => IsGreeted && socket.State is WebSocketState.Open && !IsOver;

    public bool IsOver => _ended.Task.IsCompleted;

    /// <summary>What the other side closed it with; null while it has not.</summary>
    public WebSocketCloseStatus? CloseStatus { get; private set; }

    /// <summary>Never reads, and so answers no ping.</summary>
    public bool IsMute { get; init; }

    /// <param name="appId">The app that the token is of.</param>
    /// <param name="connections">How many sockets the app has.</param>
    public async Task HelloAsync(string appId, int connections)
    {
        await SendAsync(new JsonObject
        {
            ["type"] = "hello",
            ["num_connections"] = connections,
            ["debug_info"] = new JsonObject { ["host"] = $"applink-{number}", ["started"] = "2026-03-02 08:00:00.000", ["build_number"] = 10, ["approximate_connection_time"] = 3600 },
            ["connection_info"] = new JsonObject { ["app_id"] = appId },
        });
        IsGreeted = true;
    }

    /// <param name="reason"><c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.</param>
    public Task DisconnectAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = $"applink-{number}" } });

    /// <summary>Sends an envelope and expects its acknowledgement here.</summary>
    /// <param name="envelope">The same again is a redelivery.</param>
    /// <param name="fragments">Into how many pieces the message is cut, 1 or more.</param>
    public Task SendAsync(FakeEnvelope envelope, int fragments = 1) => SendTextAsync(envelope.ToJson(ledger.Send(this, envelope)).ToJsonString(), fragments);

    /// <summary>Sends it unless the socket has seen its goodbye meanwhile.</summary>
    /// <returns>Whether it went out.</returns>
    public async Task<bool> TrySendAsync(FakeEnvelope envelope)
    {
        await _turn.WaitAsync();
        try
        {
            if (!IsLive) return false;
            await socket.SendAsync(Encoding.UTF8.GetBytes(envelope.ToJson(ledger.Send(this, envelope)).ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task SendTextAsync(string text, int fragments = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await _turn.WaitAsync();
        try
        {
            for (var part = 0; part < fragments; part++)
            {
                var (from, to) = (bytes.Length * part / fragments, bytes.Length * (part + 1) / fragments);
                await socket.SendAsync(bytes.AsMemory(from..to), WebSocketMessageType.Text, part == fragments - 1, CancellationToken.None);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says goodbye, and goes on reading until the other side does.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure)
    {
        await _turn.WaitAsync();
        try
        {
            await socket.CloseOutputAsync(status, null, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The line is cut.</summary>
    public void Abort() => context.Abort();

    /// <summary>Reads until the other side closes or is gone.</summary>
    public async Task ReadAsync(CancellationToken token)
    {
        try
        {
            if (IsMute) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            while (await NextAsync(token) is { } text) ledger.Take(this, text);
            CloseStatus = socket.CloseStatus;
            if (socket.State is WebSocketState.CloseReceived) await CloseAsync();
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone without a word.
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Task SendAsync(JsonObject frame) => SendTextAsync(frame.ToJsonString());

    private async Task<string?> NextAsync(CancellationToken token)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), token);
            if (part.MessageType is WebSocketMessageType.Close) return null;
            if (part.MessageType is WebSocketMessageType.Binary) ledger.AddFault("A binary message: Slack takes only text.");
            await message.WriteAsync(buffer.AsMemory(0, part.Count), token);
            if (part.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }
}
