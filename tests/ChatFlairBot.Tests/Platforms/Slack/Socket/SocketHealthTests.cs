using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

public sealed class SocketHealthTests
{
    private readonly ManualClock _clock = new();
    private readonly SocketState _state;
    private readonly SocketHealth _health;

    public SocketHealthTests()
    {
        _state = new SocketState(new SlackOptions { Sockets = 2 }, _clock);
        _health = new SocketHealth(_state, _clock);
    }

    [Fact]
    public async Task Before_the_first_socket_it_is_not_ready() => Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);

    [Fact]
    public async Task One_of_two_is_enough_and_the_apps_sockets_are_told()
    {
        _state.Opened(new TaskCompletionSource().Task, 7);

        var health = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal("1 of 2 sockets to Slack are open; the app has 7.", health.Description);
        Assert.Equal([("num_connections", 7), ("ready", 1), ("wanted", 2)], health.Data.Select(pair => (pair.Key, (int)pair.Value)).OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Without_any_it_is_degraded_for_a_minute_and_unhealthy_then()
    {
        var reading = new TaskCompletionSource();
        _state.Opened(reading.Task, 1);
        reading.SetResult();
        _state.Note(SocketParting.Closed("The line was cut."));

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync()).Status);
        _clock.Advance(TimeSpan.FromSeconds(59));
        _state.Note(SocketParting.Closed("Still no line."));
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync()).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var health = await CheckAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("Still no line. Check that this machine may open connections", health.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link_disabled", "Switch it on")]
    [InlineData("too_many_websockets", "Stop other programs")]
    public async Task What_somebody_has_to_mend_is_unhealthy_at_once_and_says_how(string reason, string advice)
    {
        _state.Note(SocketParting.Of(reason));

        var health = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains(advice, health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_new_is_news_and_what_is_final_stays()
    {
        Assert.True(_state.Note(SocketParting.Closed("One.")));
        Assert.False(_state.Note(SocketParting.Closed("One.")));
        Assert.True(_state.Note(SocketParting.Closed("Two.")));
        Assert.True(_state.Note(new(SocketPartingKind.Final, "Refused.")));
        Assert.False(_state.Note(SocketParting.Closed("Three.")));
        Assert.Equal("Refused.", _state.Trouble?.Parting.Reason);
    }

    private Task<HealthCheckResult> CheckAsync() => _health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
}
