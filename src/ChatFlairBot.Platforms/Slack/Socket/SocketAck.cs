using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>The acknowledgement of an envelope as it goes over the wire.</summary>
internal static class SocketAck
{
    /// <param name="envelope">What came.</param>
    /// <param name="answer">Left out where the envelope takes none.</param>
    public static byte[] Of(SocketFrame.Envelope envelope, JsonNode? answer)
    {
        var ack = new JsonObject { ["envelope_id"] = envelope.Id };
        if (envelope.TakesAnswer && answer is not null) ack["payload"] = answer.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(ack);
    }
}
