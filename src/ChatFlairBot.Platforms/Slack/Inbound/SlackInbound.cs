using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Something that Slack sent, over HTTP or over a socket: nobody behind this can tell which.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">A command's fields as one object of texts; an interaction's or event's own JSON. Copied: it outlives the request.</param>
internal sealed record SlackInbound(SlackInboundKind Kind, JsonElement Payload);

/// <summary>The three kinds of what Slack sends.</summary>
internal enum SlackInboundKind
{
    /// <summary>A slash command (docs.slack.dev/interactivity/implementing-slash-commands).</summary>
    Command,

    /// <summary>A button, a form, a closed form (docs.slack.dev/reference/interaction-payloads).</summary>
    Interaction,

    /// <summary>The envelope of an event, or <c>app_rate_limited</c> (docs.slack.dev/apis/events-api).</summary>
    Event,
}

/// <summary>Takes what Slack sent, whichever way it came.</summary>
internal interface ISlackReceiver
{
    /// <summary>Writes down or queues it and returns at once: Slack waits 3 seconds at most.</summary>
    /// <returns>What the acknowledgement carries, such as faults in a form; null for nothing.</returns>
    /// <exception cref="Core.Storing.StoreException">It could not be written down; Slack is to send it again.</exception>
    Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token);
}
