using System.Collections.Concurrent;
using System.Net.WebSockets;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>Slack replaces every socket after some hours; nobody may notice.</summary>
public sealed class SocketRefreshTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("a_reason_of_the_future")]
    public async Task The_next_socket_is_ready_before_the_old_one_goes(string reason)
    {
        await using var stage = await SocketStage.OpenAsync();
        var old = stage.Slack.Live[0];

        await old.DisconnectAsync(reason);
        await Patience.UntilAsync(() => stage.State.Ready == 2, "both are open");
        await old.SendAsync(FakeEnvelope.Event("on the old one"));
        await stage.Slack.All[1].SendAsync(FakeEnvelope.Event("on the new one"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 2, "both are acknowledged");

        Assert.Equal([1, 2], stage.Slack.Acks.Select(ack => ack.Socket.Number).Order());
        Assert.True(old.IsLive);
        await old.CloseAsync();
        await stage.UntilReadyAsync(1);
        Assert.Equal(2, stage.Slack.All.Count);
        Assert.Empty(stage.Slack.Faults);
        Assert.Empty(stage.Logs.Warnings);
    }

    [Fact]
    public async Task A_warning_and_then_a_request_are_one_replacement()
    {
        await using var stage = await SocketStage.OpenAsync();
        var old = stage.Slack.Live[0];

        await old.DisconnectAsync("warning");
        await Patience.UntilAsync(() => stage.State.Ready == 2, "both are open");
        await old.DisconnectAsync("refresh_requested");
        await old.CloseAsync();
        await Patience.UntilAsync(() => old.IsOver, "the old one is gone");
        await stage.StopAsync();

        Assert.Equal(2, stage.Slack.All.Count);
        Assert.Equal(2, stage.Asked);
    }

    [Fact]
    public async Task An_old_one_that_Slack_does_not_close_is_closed_after_its_time()
    {
        await using var stage = await SocketStage.OpenAsync();
        var old = stage.Slack.Live[0];

        await old.DisconnectAsync("warning");
        await Patience.UntilAsync(() => stage.State.Ready == 2 && stage.Clock.HasWaitOf(TimeSpan.FromSeconds(30)), "both are open");
        stage.Clock.Advance(TimeSpan.FromSeconds(29));
        await old.SendAsync(FakeEnvelope.Event("late"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 1, "it is acknowledged");
        Assert.True(old.IsLive);
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        await Patience.UntilAsync(() => old.IsOver, "it is closed");

        Assert.Equal(WebSocketCloseStatus.NormalClosure, old.CloseStatus);
        Assert.Equal([2], stage.Slack.Live.Select(socket => socket.Number));
    }

    [Fact]
    public async Task While_no_next_one_is_to_be_had_the_old_one_serves_on()
    {
        await using var stage = await SocketStage.OpenAsync();
        var old = stage.Slack.Live[0];
        stage.Hold(Hour);
        stage.Refuse("internal_error");

        await old.DisconnectAsync("warning");
        await stage.WaitOutAsync(SocketPartingKind.Refresh);
        for (var tries = 0; tries < 8; tries++) await stage.WaitOutAsync(SocketPartingKind.Closed);
        await old.SendAsync(FakeEnvelope.Event("still here"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 1, "it is acknowledged");

        Assert.True(old.IsLive);
        Assert.Single(stage.Slack.All);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nothing_is_lost_and_nothing_handled_twice_over_twenty_refreshes(int sockets)
    {
        await using var stage = await SocketStage.OpenAsync(sockets);
        using var enough = new CancellationTokenSource();
        var sent = new ConcurrentQueue<string>();
        var sender = SendAsync(stage, sent, enough.Token);
        var generation = stage.Slack.Live;
        for (var refresh = 0; refresh < 20; refresh++)
        {
            stage.Clock.Advance(Hour);
            var old = generation;
            foreach (var one in old) await one.DisconnectAsync(refresh % 3 == 0 ? "refresh_requested" : "warning");
            await Patience.UntilAsync(() => stage.Slack.Live.Except(old).Count() == sockets, "the next ones are open");
            generation = [.. stage.Slack.Live.Except(old)];
            var before = sent.Count;
            await Patience.UntilAsync(() => sent.Count >= before + 10, "some came to the old and the new");
            foreach (var one in old) await SendAndCloseAsync(one, sent);
            // Or the clock's next leap would end the time for their last acknowledgements.
            await Patience.UntilAsync(() => old.All(one => one.IsOver), "the old ones are gone");
        }

        await enough.CancelAsync();
        await sender;
        await Patience.UntilAsync(() => stage.Slack.Unacknowledged.Count == 0, "everything is acknowledged");

        // Nothing was sent a second time, and yet all of it is there, once.
        Assert.Equal(sent.Order(), stage.Receiver.EventIds.Order());
        Assert.Equal(21 * sockets, stage.Slack.All.Count);
        Assert.Empty(stage.Slack.Faults);
        Assert.Empty(stage.Logs.Warnings);
    }

    // Right behind the last envelope comes the goodbye.
    private static async Task SendAndCloseAsync(FakeSocket old, ConcurrentQueue<string> sent)
    {
        var last = FakeEnvelope.Event($"last {old.Number}");
        await old.SendAsync(last);
        sent.Enqueue($"last {old.Number}");
        await old.CloseAsync();
    }

    // On any socket that is live, as Slack does it.
    private static async Task SendAsync(SocketStage stage, ConcurrentQueue<string> sent, CancellationToken token)
    {
        var random = new Random(7);
        for (var number = 0; !token.IsCancellationRequested; number++)
        {
            var live = stage.Slack.Live;
            var id = $"Ev{number}";
            if (live.Count > 0 && await live[random.Next(live.Count)].TrySendAsync(FakeEnvelope.Event(id))) sent.Enqueue(id);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }
    }
}
