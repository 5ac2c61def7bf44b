using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>How the sockets end with the process.</summary>
public sealed class SocketStopTests
{
    [Fact]
    public async Task It_says_goodbye_on_every_socket_the_one_that_drains_included()
    {
        await using var stage = await SocketStage.OpenAsync(sockets: 2);
        await stage.Slack.Live[0].DisconnectAsync("warning");
        await Patience.UntilAsync(() => stage.State.Ready == 3, "one is drained");

        await stage.StopAsync();

        await Patience.UntilAsync(() => stage.Slack.All.All(socket => socket.IsOver), "all are over");
        Assert.Equal([WebSocketCloseStatus.NormalClosure, WebSocketCloseStatus.NormalClosure, WebSocketCloseStatus.NormalClosure], stage.Slack.All.Select(socket => socket.CloseStatus!.Value));
        Assert.Equal(0, stage.State.Ready);
        Assert.Empty(stage.Logs.Warnings);
    }

    [Fact]
    public async Task What_is_under_way_is_finished_and_nothing_new_taken()
    {
        await using var stage = await SocketStage.OpenAsync();
        var gate = new TaskCompletionSource<JsonNode?>();
        stage.Receiver.Answer = (_, _) => gate.Task;
        var socket = stage.Slack.Live[0];
        await socket.SendAsync(FakeEnvelope.Event("under way"));
        await Patience.UntilAsync(() => stage.Receiver.Received.Count == 1, "it is received");

        var stopping = stage.StopAsync();
        // Five seconds are given to what is under way, and nobody is let in from then on.
        await Patience.UntilAsync(() => stage.Clock.HasWaitOf(TimeSpan.FromSeconds(5)), "it stops");
        await socket.SendAsync(FakeEnvelope.Event("too late"));
        await socket.SendTextAsync("Not for long.");
        await Patience.UntilAsync(() => stage.Logs.Warnings.Count > 0, "what came behind the late one is read");
        Assert.False(stopping.IsCompleted);
        gate.SetResult(null);
        await stopping;

        await Patience.UntilAsync(() => socket.IsOver, "it is over");
        Assert.Single(stage.Slack.Acks);
        Assert.Equal(["under way"], stage.Receiver.EventIds);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task What_does_not_finish_is_given_up_after_five_seconds_and_not_acknowledged()
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Receiver.Answer = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null;
        };
        await stage.Slack.Live[0].SendAsync(FakeEnvelope.Event("for ever"));
        await Patience.UntilAsync(() => stage.Receiver.Received.Count == 1, "it is received");

        var stopping = stage.StopAsync();
        await Patience.UntilAsync(() => stage.Clock.HasWaitOf(TimeSpan.FromSeconds(5)), "it stops");
        stage.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(stopping.IsCompleted);
        stage.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await stopping;

        await Patience.UntilAsync(() => stage.Slack.All[0].IsOver, "it is over");
        Assert.Equal(WebSocketCloseStatus.NormalClosure, stage.Slack.All[0].CloseStatus);
        Assert.Empty(stage.Slack.Acks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_peer_that_does_not_answer_holds_nothing_up(bool isSilent)
    {
        await using var stage = await SocketStage.StartAsync(one => one.Slack.Next(isSilent ? FakeGreeting.Silent : FakeGreeting.Mute));
        await Patience.UntilAsync(() => isSilent ? stage.Slack.All.Count == 1 : stage.State.Ready == 1, "it is open");

        await stage.StopAsync(isClockRunning: true);

        Assert.Equal(0, stage.State.Ready);
    }

    [Fact]
    public async Task While_it_waits_for_the_next_try_it_stops_at_once()
    {
        await using var stage = await SocketStage.StartAsync(one => one.Slack.IsSwitchedOff = true);
        await Patience.UntilAsync(() => stage.Slack.All.Count == 1 && stage.State.Trouble?.Parting.Kind is SocketPartingKind.SwitchedOff, "it waits");

        await stage.StopAsync();
    }
}
