using System.Text.Json.Nodes;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Hands envelopes to the receiver; shared by all sockets.</summary>
internal sealed partial class SocketEnvelopes(ISlackReceiver receiver, SeenEnvelopes seen, ILogger<SocketEnvelopes> logger)
{
    /// <returns>The acknowledgement; null for none, and Slack sends the envelope again.</returns>
    public Task<byte[]?> HandleAsync(SocketFrame.Envelope envelope, CancellationToken token) => seen.OnceAsync(envelope.Id, () => TryAsync(envelope, token));

    private async Task<byte[]?> TryAsync(SocketFrame.Envelope envelope, CancellationToken token)
    {
        try
        {
            return SocketAck.Of(envelope, await ReceiveAsync(envelope, token));
        }
        catch (Exception fault) when (token.IsCancellationRequested)
        {
            Log.Abandoned(logger, envelope.Type, fault.Message);
        }
        catch (StoreException fault)
        {
            Log.StoreFailed(logger, envelope.Type, fault.Message);
        }
        catch (Exception fault) when (!token.IsCancellationRequested)
        {
            Log.Broke(logger, fault, envelope.Type);
        }

        return null;
    }

    private async Task<JsonNode?> ReceiveAsync(SocketFrame.Envelope envelope, CancellationToken token)
    {
        if (Kind(envelope.Type) is { } kind && envelope.Payload is { } payload) return await receiver.ReceiveAsync(new SlackInbound(kind, payload), token);
        // Not acknowledged it would only come again.
        Log.Unknown(logger, envelope.Type);
        return null;
    }

    private static SlackInboundKind? Kind(string type) => type switch
    {
        "events_api" => SlackInboundKind.Event,
        "slash_commands" => SlackInboundKind.Command,
        "interactive" => SlackInboundKind.Interaction,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What Slack sent ({Type}) could not be written down; Slack sends it again. {Reason}")]
        public static partial void StoreFailed(ILogger logger, string type, string reason);

        [LoggerMessage(2, LogLevel.Error, "What Slack sent ({Type}) broke off; Slack sends it again, everything else goes on.")]
        public static partial void Broke(ILogger logger, Exception fault, string type);

        [LoggerMessage(3, LogLevel.Information, "Slack sent an envelope ('{Type}') that the bot cannot use; it was acknowledged and left alone.")]
        public static partial void Unknown(ILogger logger, string type);

        [LoggerMessage(4, LogLevel.Debug, "What Slack sent ({Type}) was given up, for its socket ends; Slack sends it again. {Reason}")]
        public static partial void Abandoned(ILogger logger, string type, string reason);
    }
}
