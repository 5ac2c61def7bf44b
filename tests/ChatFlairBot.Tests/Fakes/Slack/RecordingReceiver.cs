using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Inbound;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Keeps what was received, and answers as a test says.</summary>
internal sealed class RecordingReceiver : ISlackReceiver
{
    private readonly ConcurrentQueue<SlackInbound> _received = new();

    /// <summary>Everything that was handed over, in order.</summary>
    public IReadOnlyList<SlackInbound> Received => [.. _received];

    /// <summary>The ids of the events among it.</summary>
    public IReadOnlyList<string> EventIds => [.. _received.Where(one => one.Kind is SlackInboundKind.Event).Select(one => one.Payload.Text("event_id")!)];

    /// <summary>From now on it answers so.</summary>
    public Func<SlackInbound, CancellationToken, Task<JsonNode?>> Answer { get; set; } = (_, _) => Task.FromResult<JsonNode?>(null);

    public Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token)
    {
        _received.Enqueue(inbound);
        return Answer(inbound, token);
    }
}
