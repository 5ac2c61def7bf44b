using System.Text.Json;
using ChatFlairBot.Platforms.Inbound;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>One message from Slack on a socket (docs.slack.dev/apis/events-api/using-socket-mode).</summary>
internal abstract record SocketFrame
{
    private SocketFrame()
    {
    }

    /// <summary>The socket is ready.</summary>
    /// <param name="AppId">The app that the token is of.</param>
    /// <param name="Connections">How many sockets the app has now, other programs' included.</param>
    public sealed record Hello(string? AppId, int? Connections) : SocketFrame;

    /// <summary>The socket is about to end.</summary>
    public sealed record Disconnect(SocketParting Parting) : SocketFrame;

    /// <summary>Something to handle and to acknowledge.</summary>
    /// <param name="Id">Goes back in the acknowledgement.</param>
    /// <param name="Type"><c>events_api</c>, <c>slash_commands</c>, <c>interactive</c> or one yet to come.</param>
    /// <param name="TakesAnswer">Whether the acknowledgement may carry an answer.</param>
    /// <param name="Payload">Null where none came.</param>
    public sealed record Envelope(string Id, string Type, bool TakesAnswer, JsonElement? Payload) : SocketFrame;

    /// <summary>Nothing to work with and nothing to acknowledge.</summary>
    public sealed record Unreadable(string Reason) : SocketFrame;

    /// <param name="bytes">One whole message, UTF-8.</param>
    public static SocketFrame Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            // A copy: the payload outlives the buffer.
            return Of(JsonElement.Parse(bytes));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The second is what half a surrogate pair in a text ends in.
            return new Unreadable("It is no JSON that can be read.");
        }
    }

    private static SocketFrame Of(JsonElement frame)
    {
        var type = frame.Text("type");
        if (frame.Text("envelope_id") is { } id) return new Envelope(id, type ?? "", frame.Flag("accepts_response_payload"), frame.At("payload"));
        return type switch
        {
            "hello" => new Hello(frame.At("connection_info")?.Text("app_id"), Count(frame.At("num_connections"))),
            "disconnect" => new Disconnect(SocketParting.Of(frame.Text("reason") ?? "no reason given")),
            _ => new Unreadable("It is neither hello, nor disconnect, nor an envelope."),
        };
    }

    private static int? Count(JsonElement? number) => number is { ValueKind: JsonValueKind.Number } some && some.TryGetInt32(out var count) ? count : null;
}
