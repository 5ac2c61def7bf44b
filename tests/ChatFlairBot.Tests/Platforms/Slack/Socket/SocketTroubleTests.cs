using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>What goes wrong with sockets, and how the bot comes back or says what to do.</summary>
public sealed class SocketTroubleTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_that_ends_unannounced_is_replaced_at_once(bool isClose)
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Hold(TimeSpan.FromMinutes(1));

        if (isClose) await stage.Slack.Live[0].CloseAsync();
        else stage.Slack.Live[0].Abort();
        await Patience.UntilAsync(() => stage.Slack.All.Count == 2, "the next one is open");

        await stage.UntilReadyAsync(1);
        Assert.Equal(TimeSpan.Zero, await stage.WaitOutAsync(SocketPartingKind.Closed));
        Assert.Single(stage.Logs.Warnings);
    }

    [Fact]
    public async Task Sockets_that_never_hold_are_opened_less_and_less_often()
    {
        await using var stage = await SocketStage.OpenAsync();

        var waits = new List<double>();
        for (var opened = 1; opened < 10; opened++)
        {
            await stage.UntilReadyAsync(1);
            await stage.Slack.Live[0].CloseAsync();
            waits.Add((await stage.WaitOutAsync(SocketPartingKind.Closed)).TotalSeconds);
            await Patience.UntilAsync(() => stage.Slack.All.Count == opened + 1, "the next one is open");
        }

        Assert.All(waits.Zip([0, 1, 2, 4, 8, 16, 30, 30, 30]), pair => Assert.InRange(pair.First, pair.Second * 0.75, pair.Second));
    }

    [Theory]
    [InlineData("internal_error", "internal_error")]
    [InlineData("forbidden_team", "forbidden_team")]
    public async Task An_error_that_may_pass_is_tried_again(string error, string said)
    {
        await using var stage = await SocketStage.StartAsync(one => one.Refuse(error));
        await Patience.UntilAsync(() => stage.Asked == 2, "it is asked again at once");
        await stage.WaitOutAsync(SocketPartingKind.Closed);
        stage.Refuse(null);
        await stage.WaitOutAsync(SocketPartingKind.Closed);

        await stage.UntilReadyAsync(1);
        Assert.Contains(said, Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_says_when_to_come_back_and_is_left_alone_until_then()
    {
        await using var stage = await SocketStage.StartAsync(one => one.Next(SlackScript.RateLimited(77)));

        Assert.Equal(TimeSpan.FromSeconds(77), await stage.WaitOutAsync(SocketPartingKind.Closed, TimeSpan.FromSeconds(77)));

        await stage.UntilReadyAsync(1);
        Assert.Equal(2, stage.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_socket_without_a_hello_is_none(bool isOpen)
    {
        await using var stage = await SocketStage.StartAsync(one => one.Slack.Next(isOpen ? FakeGreeting.Silent : FakeGreeting.Refused));
        if (isOpen)
        {
            await Patience.UntilAsync(() => stage.Slack.All.Count == 1, "it is open");
            Assert.Equal(0, stage.State.Ready);
            Assert.Equal(HealthStatus.Unhealthy, (await stage.HealthAsync()).Status);
            stage.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        await stage.UntilReadyAsync(1);
        Assert.Equal(2, stage.Asked);
        Assert.Single(stage.Logs.Warnings);
    }

    [Fact]
    public async Task Beyond_the_limit_of_sockets_it_backs_off()
    {
        await using var stage = await SocketStage.StartAsync(one => one.Slack.Most = 0);

        Assert.InRange(await stage.WaitOutAsync(SocketPartingKind.TooMany), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        await Patience.UntilAsync(() => stage.Slack.All.Count == 2, "it tries again");
        stage.Slack.Most = 10;
        await stage.WaitOutAsync(SocketPartingKind.TooMany);

        await stage.UntilReadyAsync(1);
        Assert.Equal(3, stage.Slack.All.Count);
        Assert.Contains("10 sockets", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_went_mute_is_noticed()
    {
        var pace = new SocketPace { KeepAliveInterval = TimeSpan.FromSeconds(0.5), KeepAliveTimeout = TimeSpan.FromSeconds(1) };
        await using var stage = await SocketStage.StartAsync(one => one.Slack.Next(FakeGreeting.Mute), pace: pace);

        await Patience.UntilAsync(() => stage.Slack.All.Count == 2, "the next one is opened");
        await Patience.UntilAsync(() => stage.State.Ready == 1, "it is ready");
        await stage.Slack.All[1].SendAsync(FakeEnvelope.Event("Ev1"));
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 1, "it is acknowledged");

        Assert.Contains("broke", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_is_only_silent_is_left_alone()
    {
        var pace = new SocketPace { KeepAliveInterval = TimeSpan.FromSeconds(0.1), KeepAliveTimeout = TimeSpan.FromSeconds(1) };
        await using var stage = await SocketStage.OpenAsync(pace: pace);

        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Single(stage.Slack.All);
        Assert.Equal(1, stage.State.Ready);
    }

    [Fact]
    public async Task A_frame_beyond_measure_ends_the_socket_and_the_next_one_is_opened()
    {
        await using var stage = await SocketStage.OpenAsync();
        var old = stage.Slack.Live[0];
        stage.Hold(TimeSpan.FromMinutes(1));

        await old.SendTextAsync(new string('x', (1024 * 1024) + 1));
        await Patience.UntilAsync(() => stage.Slack.All.Count == 2 && old.IsOver, "the next one is open");

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, old.CloseStatus);
        Assert.Contains("more at once", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledgement_lost_with_its_socket_is_made_up_for_and_nothing_done_twice()
    {
        await using var stage = await SocketStage.OpenAsync(sockets: 2);
        var gate = new TaskCompletionSource<JsonNode?>();
        stage.Receiver.Answer = (_, _) => gate.Task;
        var first = stage.Slack.Live[0];

        await first.SendAsync(FakeEnvelope.Event("Ev1"));
        await Patience.UntilAsync(() => stage.Receiver.Received.Count == 1, "it is received");
        first.Abort();
        await Patience.UntilAsync(() => first.IsOver && stage.Logs.Warnings.Count == 1, "its socket is gone");
        gate.SetResult(null);
        await stage.UntilReadyAsync(2);
        await stage.Slack.RedeliverAsync();
        await Patience.UntilAsync(() => stage.Slack.Acks.Count == 1, "it is acknowledged");

        Assert.Single(stage.Receiver.Received);
        Assert.Empty(stage.Slack.Faults);
    }

    [Theory]
    [InlineData("wss://evil.example/link/?ticket=1")]
    [InlineData("ws://wss-primary.slack.com/link/?ticket=1")]
    [InlineData("not an address")]
    public async Task An_address_that_is_not_Slacks_is_not_opened(string url)
    {
        await using var stage = await SocketStage.StartAsync(one => one.Next(context => FakeSlack.WriteAsync(context, new() { ["ok"] = true, ["url"] = url })));

        await stage.UntilReadyAsync(1);

        Assert.Equal(2, stage.Asked);
        Assert.Contains("not Slack's", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }
}
