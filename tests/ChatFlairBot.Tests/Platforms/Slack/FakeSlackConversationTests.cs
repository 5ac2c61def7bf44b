using System.Net;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Response urls, triggers and codes of the fake live as long as Slack's.</summary>
public sealed class FakeSlackConversationTests : FakeSlackTest
{
    private const string Modal = """{"type":"modal","title":{"type":"plain_text","text":"Settings"},"blocks":[{"type":"divider"}]}""";
    private const string Client = $"client_id={FakeSlack.ClientId}|client_secret={FakeSlack.ClientSecret}";

    [Fact]
    public async Task A_response_url_is_good_five_times()
    {
        var url = Slack.ResponseUrls.Issue("commands", Slack.Acme.Channels[General], "U01ALICE001");

        for (var i = 0; i < 5; i++)
        {
            using var taken = await RespondAsync(url, """{"response_type":"ephemeral","text":"hi"}""");
            Assert.Equal("ok", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var refused = await RespondAsync(url, """{"text":"hi"}""");
        Assert.Equal((HttpStatusCode.NotFound, """{"ok":false,"error":"expired_url"}"""), (refused.StatusCode, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(5, url.Answers.Count);
        Assert.Empty(Slack.Messages(General));
    }

    [Fact]
    public async Task A_response_url_is_good_for_half_an_hour()
    {
        var url = Slack.ResponseUrls.Issue("commands", Slack.Acme.Channels[General], "U01ALICE001");
        Clock.Advance(TimeSpan.FromMinutes(30));
        using var last = await RespondAsync(url, """{"response_type":"in_channel","text":"hi"}""");
        Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await RespondAsync(url, """{"text":"hi"}""");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (last.StatusCode, late.StatusCode));
        Assert.Single(Slack.Messages(General));
    }

    [Fact]
    public async Task A_response_url_refuses_what_is_no_message_and_replaces_what_was_there()
    {
        var original = Slack.Acme.Channels[General].Say(Slack.Acme.BotUserId, "before", Clock.GetUtcNow());
        var url = Slack.ResponseUrls.Issue("actions", original.Channel, "U01ALICE001", original);
        using var empty = await RespondAsync(url, """{"replace_original":true}""");
        using var invalid = await RespondAsync(url, """{"text":"hi","blocks":[{"type":"header","text":{"type":"mrkdwn","text":"hi"}}]}""");
        using var replaced = await RespondAsync(url, """{"replace_original":true,"text":"after"}""");

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK], [empty.StatusCode, invalid.StatusCode, replaced.StatusCode]);
        Assert.Equal("after", original.Text);
        using var deleted = await RespondAsync(url, """{"delete_original":true}""");
        Assert.Empty(Slack.Messages(General));
    }

    [Fact]
    public async Task A_trigger_opens_one_view_within_three_seconds()
    {
        var (good, late) = (Slack.Triggers.Issue(Slack.Acme), Slack.Triggers.Issue(Slack.Acme));
        var foreign = Slack.Triggers.Issue(Slack.Globex);
        Assert.Equal("modal", (string?)(await CallAsync("views.open", $"trigger_id={good}|view={Modal}"))["view"]!["type"]);
        Assert.Equal("exchanged_trigger_id", (string?)(await CallAsync("views.open", $"trigger_id={good}|view={Modal}"))["error"]);
        Assert.Equal("invalid_trigger_id", (string?)(await CallAsync("views.open", $"trigger_id={foreign}|view={Modal}"))["error"]);
        Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("expired_trigger_id", (string?)(await CallAsync("views.open", $"trigger_id={late}|view={Modal}"))["error"]);
    }

    [Fact]
    public async Task A_code_is_good_once_within_ten_minutes_and_for_its_own_address()
    {
        var (once, late) = (Slack.Authorize(Slack.Globex, ["commands"], "http://127.0.0.1/a"), Slack.Authorize(Slack.Globex, ["commands"], null));
        Assert.Equal("bad_redirect_uri", (string?)(await CallAsync("oauth.v2.access", $"{Client}|code={once}"))["error"]);
        var installed = await CallAsync("oauth.v2.access", $"{Client}|code={once}|redirect_uri=http://127.0.0.1/a", token: null);
        Assert.Equal(SlackFixtures.Read("api-oauth-v2-access-bot.json").AsObject().Select(field => field.Key), installed.AsObject().Select(field => field.Key));
        Assert.Equal("invalid_code", (string?)(await CallAsync("oauth.v2.access", $"{Client}|code={once}|redirect_uri=http://127.0.0.1/a"))["error"]);
        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("invalid_code", (string?)(await CallAsync("oauth.v2.access", $"{Client}|code={late}"))["error"]);
    }

    [Fact]
    public async Task Scopes_add_up_and_the_token_stays()
    {
        var first = Slack.Globex.Install("commands");
        var again = await CallAsync("oauth.v2.access", $"{Client}|code={Slack.Authorize(Slack.Globex, ["chat:write"], null)}", token: null);

        Assert.Equal((first.Value, "commands,chat:write"), ((string?)again["access_token"], (string?)again["scope"]));
    }

    [Fact]
    public async Task A_rotating_token_expires_and_its_refresh_token_is_good_once()
    {
        Slack.RotatesTokens = true;
        var installed = await CallAsync("oauth.v2.access", $"{Client}|code={Slack.Authorize(Slack.Globex, ["commands"], null)}", token: null);
        var refresh = $"{Client}|grant_type=refresh_token|refresh_token={(string)installed["refresh_token"]!}";
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token_expired", (string?)(await CallAsync("auth.test", "", (string)installed["access_token"]!))["error"]);

        var fresh = await CallAsync("oauth.v2.access", refresh, token: null);

        Assert.Equal(SlackFixtures.Read("api-oauth-v2-access-rotating.json").AsObject().Select(field => field.Key), fresh.AsObject().Select(field => field.Key));
        Assert.True((bool)(await CallAsync("auth.test", "", (string)fresh["access_token"]!))["ok"]!);
        Assert.Equal("invalid_refresh_token", (string?)(await CallAsync("oauth.v2.access", refresh, token: null))["error"]);
    }

    [Fact]
    public async Task Text_alone_takes_the_blocks_away_and_metadata_stays()
    {
        const string Metadata = """{"event_type":"a","event_payload":{"key":"k"}}""";
        var posted = await CallAsync("chat.postMessage", $$"""channel={{General}}|text=a|blocks=[{"type":"divider"}]|metadata={{Metadata}}|unfurl_links=false|unfurl_media=false""");
        Assert.NotNull(Slack.Messages(General)[0].Blocks);

        await CallAsync("chat.update", $"channel={General}|ts={(string)posted["ts"]!}|text=b");

        var message = Assert.Single(Slack.Messages(General));
        Assert.Equal(("b", null, Metadata), (message.Text, message.Blocks, message.Metadata!.ToJsonString()));
        Assert.Equal(1, message.Edits);
    }

    [Fact]
    public void A_submitted_modal_tells_what_was_chosen_and_what_was_left_alone()
    {
        var view = JsonNode.Parse("""
            {"id":"V1","type":"modal","blocks":[
            {"type":"input","block_id":"b1","label":{},"element":{"type":"plain_text_input","action_id":"name","initial_value":"x"}},
            {"type":"input","block_id":"b2","label":{},"element":{"type":"static_select","action_id":"colour","options":[{"value":"red"},{"value":"blue"}]}},
            {"type":"section","block_id":"b3","accessory":{"type":"channels_select","action_id":"where","initial_channel":"C1"}}]}
            """)!.AsObject();

        var (payload, _) = new SlackPayloads(Slack).Submission(Slack.Acme, "U01ALICE001", view, new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["colour"] = "blue" });

        Assert.Equal(
            """
            {"b1":{"name":{"type":"plain_text_input","value":"x"}},"b2":{"colour":{"type":"static_select","selected_option":{"value":"blue"}}},"b3":{"where":{"type":"channels_select","selected_channel":"C1"}}}
            """,
            payload["view"]!["state"]!["values"]!.ToJsonString());
    }
}
