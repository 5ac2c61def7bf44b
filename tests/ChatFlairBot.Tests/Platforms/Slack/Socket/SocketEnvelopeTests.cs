using System.Text.Json.Nodes;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Inbound;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>What comes over a socket, and what goes back.</summary>
public sealed class SocketEnvelopeTests
{
    [Fact]
    public async Task Each_kind_reaches_the_receiver_unwrapped_and_is_acknowledged()
    {
        await using var stage = await SocketStage.OpenAsync();

        await SendAllAsync(stage, FakeEnvelope.Event("Ev1"), FakeEnvelope.Command("help"), FakeEnvelope.Interaction("congratulate"));

        var received = stage.Receiver.Received.ToDictionary(one => one.Kind, one => one.Payload);
        Assert.Equal("Ev1", received[SlackInboundKind.Event].Text("event_id"));
        Assert.Equal("help", received[SlackInboundKind.Command].Text("text"));
        Assert.Equal("block_actions", received[SlackInboundKind.Interaction].Text("type"));
        Assert.All(stage.Slack.Acks, ack => Assert.Null(ack.Payload));
        AssertCalm(stage);
    }

    [Fact]
    public async Task An_answer_goes_with_the_acknowledgement_where_the_envelope_takes_one()
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Receiver.Answer = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["text"] = "At once." });

        await SendAllAsync(stage, FakeEnvelope.Command("help"));

        Assert.Equal("""{"text":"At once."}""", Assert.Single(stage.Slack.Acks).Payload!.ToJsonString());
        AssertCalm(stage);
    }

    [Fact]
    public async Task An_answer_stays_out_where_the_envelope_takes_none()
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Receiver.Answer = (_, _) => Task.FromResult<JsonNode?>(new JsonObject { ["text"] = "Nobody asked." });

        await SendAllAsync(stage, FakeEnvelope.Event("Ev1"));

        Assert.Null(Assert.Single(stage.Slack.Acks).Payload);
        AssertCalm(stage);
    }

    [Fact]
    public async Task What_nobody_knows_is_acknowledged_and_reaches_nobody()
    {
        await using var stage = await SocketStage.OpenAsync();

        await SendAllAsync(stage, new FakeEnvelope("events_of_the_future", false, []), new FakeEnvelope("events_api", false, null));

        Assert.Empty(stage.Receiver.Received);
        Assert.Contains("'events_of_the_future'", stage.Logs.All, StringComparison.Ordinal);
        AssertCalm(stage);
    }

    [Fact]
    public async Task A_message_in_many_fragments_is_one()
    {
        await using var stage = await SocketStage.OpenAsync();
        var text = new string('ü', 100_000);

        await stage.Slack.Live[0].SendAsync(FakeEnvelope.Command(text), fragments: 57);
        await UntilAcknowledgedAsync(stage);

        Assert.Equal(text, Assert.Single(stage.Receiver.Received).Payload.Text("text"));
        AssertCalm(stage);
    }

    [Theory]
    [InlineData("""{"envelope_id":"1","type":"events_api","payload":{"ev""")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"type":"goodbye"}""")]
    [InlineData("""{"type":"\ud800"}""")]
    public async Task What_cannot_be_read_is_left_alone_and_the_socket_goes_on(string text)
    {
        await using var stage = await SocketStage.OpenAsync();

        await stage.Slack.Live[0].SendTextAsync(text);
        await SendAllAsync(stage, FakeEnvelope.Event("Ev1"));

        Assert.Equal(["Ev1"], stage.Receiver.EventIds);
        Assert.Single(stage.Slack.All);
        Assert.Contains("left alone", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_envelope_on_two_sockets_is_handled_once_and_acknowledged_on_both()
    {
        await using var stage = await SocketStage.OpenAsync(sockets: 2);
        var gate = new TaskCompletionSource<JsonNode?>();
        stage.Receiver.Answer = (_, _) => gate.Task;
        var (envelope, sockets) = (FakeEnvelope.Command("help"), stage.Slack.Live);

        await sockets[0].SendAsync(envelope);
        await Patience.UntilAsync(() => stage.Receiver.Received.Count > 0, "it is received");
        await sockets[1].SendAsync(envelope);
        await sockets[1].SendAsync(FakeEnvelope.Event("behind it"));
        await Patience.UntilAsync(() => stage.Receiver.Received.Count > 1, "what came behind it is received");
        gate.SetResult(new JsonObject { ["text"] = "Once." });
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 3, "all are acknowledged");
        await sockets[0].SendAsync(envelope);
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 4, "the late one is acknowledged too");

        Assert.Single(stage.Receiver.Received, one => one.Kind is SlackInboundKind.Command);
        Assert.All(stage.Slack.Acks.Where(ack => ack.EnvelopeId == envelope.Id), ack => Assert.Equal("Once.", ack.Payload!["text"]!.GetValue<string>()));
        AssertCalm(stage);
    }

    [Fact]
    public async Task One_that_takes_its_time_holds_up_no_other()
    {
        await using var stage = await SocketStage.OpenAsync();
        var gate = new TaskCompletionSource<JsonNode?>();
        stage.Receiver.Answer = (inbound, _) => inbound.Kind is SlackInboundKind.Command ? gate.Task : Task.FromResult<JsonNode?>(null);

        await stage.Slack.Live[0].SendAsync(FakeEnvelope.Command("slow"));
        foreach (var number in Enumerable.Range(0, 40)) await stage.Slack.Live[0].SendAsync(FakeEnvelope.Event($"Ev{number}"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 40, "the others are acknowledged");

        Assert.Equal("slash_commands", Assert.Single(stage.Slack.Unacknowledged).Type);
        Assert.All(stage.Slack.Acks, ack => Assert.True(ack.After < TimeSpan.FromSeconds(3), $"It took {ack.After}."));
        gate.SetResult(null);
        await UntilAcknowledgedAsync(stage);
        AssertCalm(stage);
    }

    [Fact]
    public async Task No_more_are_worked_on_at_once_than_allowed()
    {
        await using var stage = await SocketStage.OpenAsync(pace: new() { MostInFlight = 3 });
        var (working, most) = (0, 0);
        stage.Receiver.Answer = async (_, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref working));
            await Task.Yield();
            Interlocked.Decrement(ref working);
            return null;
        };

        foreach (var number in Enumerable.Range(0, 300)) await stage.Slack.Live[0].SendAsync(FakeEnvelope.Event($"Ev{number}"));
        await UntilAcknowledgedAsync(stage);

        Assert.InRange(most, 1, 3);
        Assert.Equal(300, stage.Receiver.EventIds.Distinct().Count());
        AssertCalm(stage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_could_not_be_received_is_not_acknowledged_and_comes_again(bool isStore)
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Receiver.Answer = (inbound, _) => inbound.Payload.Text("event_id") == "bad" ? throw (isStore ? new StoreException("The disk is full.") : new InvalidOperationException("A bug.")) : Task.FromResult<JsonNode?>(null);

        var bad = FakeEnvelope.Event("bad");
        await stage.Slack.Live[0].SendAsync(bad);
        await Patience.UntilAsync(() => stage.Logs.Warnings.Count > 0, "the failure is logged");
        await stage.Slack.Live[0].SendAsync(FakeEnvelope.Event("good"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count > 0, "the other one is acknowledged");

        Assert.Equal(bad.Id, Assert.Single(stage.Slack.Unacknowledged).Id);
        Assert.Contains("Slack sends it again", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
        stage.Receiver.Answer = (_, _) => Task.FromResult<JsonNode?>(null);
        await stage.Slack.RedeliverAsync();
        await UntilAcknowledgedAsync(stage);
        Assert.Equal(["bad", "good", "bad"], stage.Receiver.EventIds);
        Assert.Single(stage.Slack.All);
    }

    private static async Task SendAllAsync(SocketStage stage, params FakeEnvelope[] envelopes)
    {
        foreach (var envelope in envelopes) await stage.Slack.Live[0].SendAsync(envelope);
        await UntilAcknowledgedAsync(stage);
    }

    private static Task UntilAcknowledgedAsync(SocketStage stage) => Patience.UntilAsync(() => stage.Slack.Unacknowledged.Count == 0, "everything is acknowledged");

    private static void AssertCalm(SocketStage stage)
    {
        Assert.Empty(stage.Slack.Faults);
        Assert.Empty(stage.Logs.Warnings);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, value, known);
    }
}
