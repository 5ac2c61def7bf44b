using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What a test may let go wrong, and what goes wrong by itself when too much is asked.</summary>
public sealed class ConnectorScriptTests : FakeTeamsTest
{
    [Theory]
    [InlineData(1, 7, 1)]
    [InlineData(2, 8, 2)]
    [InlineData(30, 60, 30)]
    [InlineData(3_600, 1_800, 3_600)]
    public async Task So_many_messages_go_to_one_conversation_and_no_more(int seconds, int count, int wait)
    {
        // As fast as the shorter windows let them.
        var pause = seconds switch { 1 => 0, 2 => 0.2, 30 => 0.4, _ => 0.51 };
        var began = Clock.GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(201, (await SayAsync()).Status);
            Clock.Advance(TimeSpan.FromSeconds(seconds == 3_600 && i % 58 == 57 ? 2.5 : pause));
        }

        Assert.True(Clock.GetUtcNow() < began + TimeSpan.FromSeconds(seconds));
        var (status, body, headers) = await SayAsync();
        Assert.Equal((429, "Throttled"), (status, Code(body)));
        var left = began + TimeSpan.FromSeconds(wait) - Clock.GetUtcNow();
        Assert.Equal(TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(left.TotalSeconds))), headers.RetryAfter?.Delta);
        Clock.Advance(left);
        Assert.Equal(201, (await SayAsync()).Status);
        Assert.Equal(count + 1, Teams.Announcements.Posts.Count);
        Assert.Single(Teams.Limits.Refused);
    }

    [Fact]
    public async Task A_tenant_is_called_fifty_times_a_second()
    {
        var channels = Teams.Guild.AddChannels(51);
        foreach (var channel in channels.Take(50)) Assert.Equal(201, (await CallAsync("POST", $"v3/conversations/{channel.Id}/activities", Hello)).Status);
        Teams.Limits.SayWhen = false;

        var (status, _, headers) = await CallAsync("POST", $"v3/conversations/{channels[50].Id}/activities", Hello);

        Assert.Equal((429, true), (status, headers.RetryAfter is null));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(201, (await CallAsync("POST", $"v3/conversations/{channels[50].Id}/activities", Hello)).Status);
    }

    [Fact]
    public async Task Two_at_once_in_one_conversation_trip_and_elsewhere_do_not()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Teams.Script.BeforeAnswer = call =>
        {
            if (call.RoomId != Teams.Announcements.Id) return Task.CompletedTask;
            isHeld.TrySetResult();
            return release.Task;
        };
        var first = SayAsync();
        await isHeld.Task.WaitAsync(TestContext.Current.CancellationToken);

        var second = await CallAsync("POST", "v3/conversations", Thread());
        var elsewhere = await CallAsync("POST", $"v3/conversations/{Teams.Guild.Id}/activities", Hello);
        release.SetResult();

        Assert.Equal((412, "PreconditionFailed", 201, 201), (second.Status, Code(second.Body), elsewhere.Status, (await first).Status));
        Assert.Equal(201, (await SayAsync()).Status);
    }

    [Theory]
    [InlineData("400-BadSyntax", 400)]
    [InlineData("401-BotNotRegistered", 401)]
    [InlineData("403-BotDisabledByAdmin", 403)]
    [InlineData("403-BotNotInConversationRoster", 403)]
    [InlineData("403-ConversationBlockedByUser", 403)]
    [InlineData("403-MessageWritesBlocked", 403)]
    [InlineData("404-ActivityNotFoundInConversation", 404)]
    [InlineData("404-ConversationNotFound", 404)]
    [InlineData("412-PreconditionFailed", 412)]
    [InlineData("413-MessageSizeTooBig", 413)]
    [InlineData("429-Throttled", 429)]
    [InlineData("502-BadGateway", 502)]
    [InlineData("504-GatewayTimeout", 504)]
    public async Task Every_refusal_of_the_fixtures_can_be_had_and_heals(string name, int status)
    {
        Teams.Script.Next("send", name, times: 2);
        var fixture = TeamsFixtures.Read($"connector-error-{name}");

        var first = await SayAsync();
        var second = await SayAsync();

        Assert.Equal((status, status, 201), (first.Status, second.Status, (await SayAsync()).Status));
        Assert.Equal(fixture["body"]?.ToJsonString(), first.Body?.ToJsonString());
        Assert.Equal((string?)fixture["headers"]!["Retry-After"], first.Headers.RetryAfter?.ToString());
        Assert.Single(Teams.Announcements.Posts);
    }

    [Fact]
    public async Task A_gateway_may_give_up_although_the_message_is_there()
    {
        Teams.Script.NextAfterwards("send", ConnectorAnswer.Error("504-GatewayTimeout"));
        Teams.Script.LoseNextAnswer("send");

        Assert.Equal(504, (await SayAsync()).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => SayAsync());
        Assert.Equal(201, (await SayAsync()).Status);

        Assert.Equal(3, Teams.Announcements.Posts.Count);
    }
}
