using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>The fake's sockets are judged by Slack's own client, so that they cannot be of our own imagination.</summary>
public sealed class SocketPeerTests
{
    [Fact]
    public async Task Slacks_own_client_connects_receives_acknowledges_and_reconnects()
    {
        using var sockets = new FakeSlackSockets();
        await using var slack = await sockets.StartAsync(TimeProvider.System);
        var given = new JsonObject { ["api"] = slack.ApiBaseUrl.AbsoluteUri, ["token"] = FakeSlack.AppToken, ["refused"] = "xapp-1-A01FLAIR001-TEST-another" };
        var (peer, _) = await NodePeer.StartAsync("slack-socket-mode.mjs", given.ToJsonString());
        await using var end = peer;
        var command = FakeEnvelope.Command("help");
        await StepAsync("event", FakeEnvelope.Event("Ev1"));
        await StepAsync("command", command);
        await StepAsync("interaction", FakeEnvelope.Interaction("flair_congratulate"));
        await StepAsync("unacknowledged", FakeEnvelope.Event("Ev2"));
        await SayAsync("again");
        await sockets.RedeliverAsync();
        await SayAsync("refresh");
        await sockets.Live[0].DisconnectAsync("refresh_requested");
        await StepAsync("event after the refresh", FakeEnvelope.Event("Ev3"));
        await Patience.UntilAsync(() => IsSaid("\"disagreed\":"), "it has judged");

        Assert.Contains("\"disagreed\":0", peer.Output, StringComparison.Ordinal);
        Assert.Empty(sockets.Faults);
        Assert.Empty(sockets.Unacknowledged);
        Assert.Equal(5, sockets.Acks.Count);
        Assert.Equal("At once.", sockets.Acks.Single(ack => ack.EnvelopeId == command.Id).Payload!["text"]!.GetValue<string>());
        Assert.Equal(2, sockets.All.Count);

        async Task StepAsync(string step, FakeEnvelope envelope)
        {
            await SayAsync(step);
            await sockets.Live[0].SendAsync(envelope);
        }

        Task SayAsync(string step) => Patience.UntilAsync(() => IsSaid($"{step}\n"), $"the peer says '{step}'");

        bool IsSaid(string text)
        {
            // What it says last when it breaks.
            Assert.DoesNotContain("Node.js v", peer.Output, StringComparison.Ordinal);
            return peer.Output.Contains(text, StringComparison.Ordinal);
        }
    }
}
