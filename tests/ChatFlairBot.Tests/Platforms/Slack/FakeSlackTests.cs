using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The fake refuses what Slack refuses, in Slack's words.</summary>
public sealed class FakeSlackTests : FakeSlackTest
{
    private const string Quiet = "|unfurl_links=false|unfurl_media=false";

    [Theory]
    [InlineData("chat.noSuch", "", "unknown_method")]
    [InlineData("chat.postMessage", "text=hi", "channel_not_found")]
    [InlineData("chat.postMessage", "channel=C0NOWHERE00|text=hi", "channel_not_found")]
    [InlineData("chat.postMessage", "channel=general|text=hi", "channel_not_found")]
    [InlineData("chat.postMessage", "channel=C01PRIVATE1|text=hi", "channel_not_found")]
    [InlineData("chat.postMessage", "channel=C02GENERAL2|text=hi", "channel_not_found")]
    [InlineData("chat.postMessage", "channel=C01ARCHIVE1|text=hi", "is_archived")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1", "no_text")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|blocks=[]", "no_text")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|blocks={", "invalid_blocks_format")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|blocks=[{\"type\":\"poem\"}]", "invalid_blocks")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|metadata=hello", "invalid_metadata_format")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|metadata={\"event_type\":\"a\"}", "invalid_metadata_format")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|metadata={\"event_type\":\"a\",\"event_payload\":{\"b\":{\"c\":{\"d\":1}}}}", "invalid_metadata_schema")]
    [InlineData("chat.postMessage", "channel=C01GENERAL1|text=hi|username=Boss", "missing_scope")]
    [InlineData("chat.postEphemeral", "channel=C01GENERAL1|user=U04DAVE0004|text=hi", "user_not_in_channel")]
    [InlineData("chat.update", "channel=C01GENERAL1|ts=1.000100|text=hi", "message_not_found")]
    [InlineData("chat.delete", "channel=C01GENERAL1|ts=1.000100", "message_not_found")]
    [InlineData("users.info", "user=U0NOBODY000", "user_not_found")]
    [InlineData("users.lookupByEmail", "email=dave@example.com", "users_not_found")]
    [InlineData("conversations.info", "channel=C01PRIVATE1", "channel_not_found")]
    [InlineData("conversations.open", "users=U02BOB00002", "missing_scope")]
    [InlineData("conversations.history", "channel=C01GENERAL1", "missing_scope")]
    [InlineData("views.open", "trigger_id=1.2.3|view={}", "invalid_trigger_id")]
    [InlineData("views.publish", "user_id=U02BOB00002|view={\"type\":\"modal\"}", "invalid_arguments")]
    [InlineData("views.publish", "user_id=U0NOBODY000|view={}", "user_not_found")]
    [InlineData("views.update", "view_id=V1|view={}", "not_found")]
    [InlineData("apps.connections.open", "", "not_allowed_token_type")]
    [InlineData("apps.uninstall", "client_id=1", "invalid_client_id")]
    [InlineData("oauth.v2.access", "client_id=1", "invalid_client_id")]
    [InlineData("oauth.v2.access", "client_id=1234567890.9876543210|client_secret=no", "bad_client_secret")]
    [InlineData("oauth.v2.access", "client_id=1234567890.9876543210|client_secret=client-secret-for-tests|code=no", "invalid_code")]
    [InlineData("oauth.v2.access", "client_id=1234567890.9876543210|client_secret=client-secret-for-tests|grant_type=refresh_token|refresh_token=no", "invalid_refresh_token")]
    public async Task What_is_wrong_is_refused_with_HTTP_200_and_its_name(string method, string arguments, string error)
    {
        var answer = await CallAsync(method, arguments);

        Assert.Equal((false, error), ((bool)answer["ok"]!, (string?)answer["error"]));
        Assert.Empty(Slack.Everything(General));
    }

    [Fact]
    public async Task Too_long_is_refused_where_it_is_too_long()
    {
        var section = $$$"""{"type":"section","text":{"type":"plain_text","text":"{{{new string('x', 2_900)}}}"}}""";

        Assert.Equal("msg_too_long", (string?)(await CallAsync("chat.postMessage", $"channel={General}|text={new string('x', 40_001)}"))["error"]);
        Assert.Equal("msg_blocks_too_long", (string?)(await CallAsync("chat.postMessage", $"channel={General}|text=hi|blocks=[{string.Join(',', Enumerable.Repeat(section, 5))}]"))["error"]);
        Assert.Equal(
            "metadata_too_large",
            (string?)(await CallAsync("chat.postMessage", $$$"""channel={{{General}}}|text=hi|metadata={"event_type":"a","event_payload":{"b":"{{{new string('x', 16_000)}}}"}}"""))["error"]);
    }

    [Fact]
    public async Task A_token_must_be_there_known_alive_and_allowed()
    {
        Assert.Equal("not_authed", (string?)(await CallAsync("auth.test", "", token: null))["error"]);
        Assert.Equal("invalid_auth", (string?)(await CallAsync("auth.test", "", "xoxb-nobody"))["error"]);
        Assert.Equal("not_allowed_token_type", (string?)(await CallAsync("auth.test", "", FakeSlack.AppToken))["error"]);
        var narrow = Slack.Globex.Install("chat:write");
        var missing = await CallAsync("users.lookupByEmail", "email=gina@example.com", narrow.Value);
        Assert.Equal(("missing_scope", "users:read.email", "chat:write"), ((string?)missing["error"], (string?)missing["needed"], (string?)missing["provided"]));
        Assert.Equal("not_in_channel", (string?)(await CallAsync("chat.postMessage", "channel=C02GENERAL2|text=hi", narrow.Value))["error"]);
        await CallAsync("auth.revoke", "", narrow.Value);
        Assert.Equal("token_revoked", (string?)(await CallAsync("auth.test", "", narrow.Value))["error"]);
        await CallAsync("apps.uninstall", $"client_id={FakeSlack.ClientId}|client_secret={FakeSlack.ClientSecret}");
        Assert.Equal("account_inactive", (string?)(await CallAsync("auth.test", ""))["error"]);
    }

    [Fact]
    public async Task One_message_a_second_and_channel()
    {
        Slack.Limits.PerChannel = true;
        await CallAsync("chat.postMessage", $"channel={General}|text=one{Quiet}");
        await CallAsync("chat.postMessage", $"channel=C01RANDOM01|text=elsewhere{Quiet}");

        using var tooSoon = await SendAsync("chat.postMessage", new FormUrlEncodedContent([new("channel", General), new("text", "two")]));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CallAsync("chat.postMessage", $"channel={General}|text=three{Quiet}");

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (tooSoon.StatusCode, tooSoon.Headers.RetryAfter?.Delta));
        Assert.Equal(["one", "three"], Slack.Messages(General).Select(message => message.Text));
        Assert.Empty(Slack.Faults);
    }

    [Fact]
    public async Task History_is_one_request_a_minute_and_fifteen_messages()
    {
        (Slack.Limits.HistoryIsSlow, Slack.Limits.PerMethod) = (true, true);
        Token.Grant(["channels:history"]);
        var general = Slack.Acme.Channels[General];
        general.Invite(Slack.Acme.BotUserId);
        for (var i = 0; i < 20; i++) general.Say("U02BOB00002", "hello", Clock.GetUtcNow());

        var first = await CallAsync("conversations.history", $"channel={General}|limit=100");
        using var second = await SendAsync("conversations.history", new FormUrlEncodedContent([new("channel", General)]));

        Assert.Equal((15, true), (first["messages"]!.AsArray().Count, (bool)first["has_more"]!));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task An_answer_may_be_lost_although_the_message_is_there()
    {
        Slack.Script.LoseNextAnswer("chat.postMessage");

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("chat.postMessage", $"channel={General}|text=hi{Quiet}"));

        Assert.Single(Slack.Messages(General));
    }

    [Fact]
    public async Task What_Slack_lets_pass_is_written_down()
    {
        using var bare = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"channel":"{{General}}","text":"<!channel> a & b","unfurl_links":false}"""));
        bare.Headers.ContentType = new("application/json");
        using var _ = await SendAsync("chat.postMessage", bare);
        await CallAsync("auth.test", $"token={Token.Value}|colour=red", token: null);

        Assert.Equal(
            [
                "chat.postMessage: a JSON body without a charset", "chat.postMessage: it notifies everybody", "chat.postMessage: an ampersand is not escaped",
                "chat.postMessage: unfurl_links and unfurl_media are not both false",
                "auth.test: the token is an argument and not in the Authorization header", "auth.test: it knows no argument colour",
            ],
            Slack.Faults);
    }

    [Fact]
    public async Task A_method_that_takes_forms_does_not_see_JSON()
    {
        using var answer = await SendAsync("users.info", Json("""{"user":"U02BOB00002"}"""));

        Assert.Equal("user_not_found", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]);
        Assert.NotEmpty(Slack.Faults);
    }
}
