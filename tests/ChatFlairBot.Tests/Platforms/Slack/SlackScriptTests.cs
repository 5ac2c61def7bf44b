using System.Net;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>What a test may let go wrong.</summary>
public sealed class SlackScriptTests : FakeSlackTest
{
    [Fact]
    public async Task The_next_answer_and_every_answer()
    {
        Slack.Script.Always("auth.test", SlackScript.ServerError);
        Slack.Script.Next("auth.test", SlackScript.RateLimited(30));
        Slack.Script.Next("auth.test", SlackScript.Refuses("fatal_error"));

        using var limited = await SendAsync("auth.test", Nothing());
        var refused = await CallAsync("auth.test", "");
        using var failed = await SendAsync("auth.test", Nothing());
        Slack.Script.Always("auth.test", null);
        var good = await CallAsync("auth.test", "");

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (limited.StatusCode, limited.Headers.RetryAfter?.Delta));
        Assert.Equal(("fatal_error", HttpStatusCode.InternalServerError, true), ((string?)refused["error"], failed.StatusCode, (bool)good["ok"]!));
        Assert.Equal(4, Slack.RequestsOf("auth.test").Count);
    }

    [Fact]
    public async Task A_connection_that_is_cut_and_an_answer_that_never_comes()
    {
        Slack.Script.Next("*", SlackScript.Cut);
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("auth.test", ""));
        Slack.Script.Next("auth.test", SlackScript.Hang);

        var hanging = SendAsync("auth.test", Nothing());
        await EndToEnd.Patience.UntilAsync(() => Slack.RequestsOf("auth.test").Count == 2, "the call is there");

        Assert.False(hanging.IsCompleted);
        var began = TimeProvider.System.GetTimestamp();
        await Slack.DisposeAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    private static FormUrlEncodedContent Nothing() => new([]);
}
