using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Knows which envelope went out on which socket, and what is wrong with an acknowledgement.</summary>
internal sealed class FakeLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Sent> _sent = new(StringComparer.Ordinal);
    private readonly List<FakeAck> _acks = [];
    private readonly List<string> _faults = [];

    public IReadOnlyList<FakeAck> Acks
    {
        get
        {
            lock (_gate) return [.. _acks];
        }
    }

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_gate) return [.. _faults];
        }
    }

    /// <summary>What went out and was never acknowledged.</summary>
    public IReadOnlyList<FakeEnvelope> Unacknowledged
    {
        get
        {
            lock (_gate) return [.. _sent.Values.Where(one => !one.Deliveries.Exists(delivery => delivery.IsAcknowledged)).Select(one => one.Envelope)];
        }
    }

    /// <returns>How often it went out before.</returns>
    public int Send(FakeSocket socket, FakeEnvelope envelope)
    {
        lock (_gate)
        {
            if (!_sent.TryGetValue(envelope.Id, out var sent)) _sent.Add(envelope.Id, sent = new Sent(envelope, []));
            sent.Deliveries.Add(new Delivery(socket, TimeProvider.System.GetTimestamp()));
            return sent.Deliveries.Count - 1;
        }
    }

    public void AddFault(string what)
    {
        lock (_gate) _faults.Add(what);
    }

    /// <summary>Reads what the other side sent. Slack takes nothing but acknowledgements.</summary>
    public void Take(FakeSocket socket, string text)
    {
        lock (_gate)
        {
            if (Fault(socket, text) is { } fault) _faults.Add(fault);
        }
    }

    private string? Fault(FakeSocket socket, string text)
    {
        JsonObject ack;
        try
        {
            if (JsonNode.Parse(text) is not JsonObject read) return $"No object: {text}";
            ack = read;
        }
        catch (JsonException)
        {
            return $"No JSON: {text}";
        }

        if (ack.FirstOrDefault(field => field.Key is not ("envelope_id" or "payload")).Key is { } other) return $"A field that no acknowledgement has: {other}";
        if (ack["envelope_id"]?.GetValue<string>() is not { } id || !_sent.TryGetValue(id, out var sent)) return $"An acknowledgement of something that was never sent: {text}";
        var here = sent.Deliveries.Where(one => one.Socket == socket).ToList();
        if (here.Find(one => !one.IsAcknowledged) is not { } delivery) return here.Count > 0 ? $"{id} was acknowledged more often than it was sent." : $"{id} was acknowledged on another socket than it was sent on.";
        // Slack's own kit puts an empty payload into every acknowledgement.
        var payload = ack["payload"] is JsonObject { Count: 0 } ? null : ack["payload"];
        delivery.IsAcknowledged = true;
        _acks.Add(new FakeAck(socket, id, payload?.DeepClone(), TimeProvider.System.GetElapsedTime(delivery.SentAt)));
        return payload is not null && !sent.Envelope.TakesAnswer ? $"{id} takes no answer, and got {payload.ToJsonString()}" : null;
    }

    private sealed record Sent(FakeEnvelope Envelope, List<Delivery> Deliveries);

    private sealed class Delivery(FakeSocket socket, long sentAt)
    {
        public FakeSocket Socket => socket;

        public long SentAt => sentAt;

        public bool IsAcknowledged { get; set; }
    }
}
