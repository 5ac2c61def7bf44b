using ChatFlairBot.Platforms.Slack.Socket;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatFlairBot.Tests.Platforms.Slack.Socket;

/// <summary>What Slack refuses for good, or until somebody changes a setting.</summary>
public sealed class SocketRefusalTests
{
    [Theory]
    [InlineData("not_authed")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    [InlineData("missing_scope")]
    public async Task What_only_new_settings_can_mend_ends_the_loop_with_one_word(string error)
    {
        await using var stage = await SocketStage.StartAsync(one => one.Refuse(error), sockets: 3);

        await stage.UntilOverAsync();

        Assert.InRange(stage.Asked, 1, 3);
        var line = Assert.Single(stage.Logs.Warnings);
        Assert.Contains(error, line, StringComparison.Ordinal);
        Assert.Contains("App-Level Tokens", line, StringComparison.Ordinal);
        var health = await stage.HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains(error, health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_later_ends_the_other_sockets_too()
    {
        await using var stage = await SocketStage.OpenAsync(sockets: 2);
        stage.Refuse("invalid_auth");

        await stage.Slack.Live[0].DisconnectAsync("refresh_requested");
        await stage.UntilOverAsync();

        Assert.Empty(stage.Slack.Live);
        Assert.Single(stage.Logs.Warnings);
    }

    [Fact]
    public async Task Another_apps_token_is_refused_and_none_of_its_envelopes_taken()
    {
        await using var stage = await SocketStage.StartAsync(one => one.Slack.HelloAppId = "A0ANOTHER99", appId: FakeSlack.AppId);

        await stage.UntilOverAsync();

        var line = Assert.Single(stage.Logs.Warnings);
        Assert.Contains("A0ANOTHER99", line, StringComparison.Ordinal);
        Assert.Contains(FakeSlack.AppId, line, StringComparison.Ordinal);
        Assert.Empty(stage.Receiver.Received);
    }

    [Fact]
    public async Task The_app_that_is_configured_is_taken()
    {
        await using var stage = await SocketStage.StartAsync(_ => { }, appId: FakeSlack.AppId);

        await stage.UntilReadyAsync(1);
    }

    [Fact]
    public async Task Switched_off_it_says_what_to_switch_on_and_looks_every_five_minutes()
    {
        await using var stage = await SocketStage.OpenAsync();
        stage.Hold(TimeSpan.FromHours(1));

        await stage.Slack.SwitchOffAsync();
        Assert.InRange(await stage.WaitOutAsync(SocketPartingKind.SwitchedOff), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
        await Patience.UntilAsync(() => stage.Slack.All.Count == 2, "it looks again");
        Assert.Equal(HealthStatus.Unhealthy, (await stage.HealthAsync()).Status);
        Assert.Contains("Switch it on at api.slack.com/apps", (await stage.HealthAsync()).Description, StringComparison.Ordinal);
        stage.Slack.IsSwitchedOff = false;
        await stage.WaitOutAsync(SocketPartingKind.SwitchedOff);

        await stage.UntilReadyAsync(1);
        Assert.Equal(HealthStatus.Healthy, (await stage.HealthAsync()).Status);
        Assert.Contains("Switch it on", Assert.Single(stage.Logs.Warnings), StringComparison.Ordinal);
    }
}
