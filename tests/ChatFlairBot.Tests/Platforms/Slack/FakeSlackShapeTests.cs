using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The fake answers in the shapes of the fixtures, and what it sends has the fields of the fixtures in their order.</summary>
public sealed class FakeSlackShapeTests : FakeSlackTest
{
    [Fact]
    public async Task Who_am_I() => Assert.Equal(Pretty(SlackFixtures.Read("api-auth-test-ok.json")), Pretty(await CallAsync("auth.test", "")));

    [Fact]
    public async Task A_member() => Assert.Equal(Pretty(SlackFixtures.Read("api-users-info-ok.json")), Pretty(await CallAsync("users.info", "user=U02BOB00002")));

    [Fact]
    public async Task A_member_without_an_address()
    {
        Slack.Globex.AddUser(new FakeUser("U02BOB00002", "T01TEAM0001", "bob", "Bob Brown"));

        Assert.Equal(Pretty(SlackFixtures.Read("api-users-info-no-email-scope.json")), Pretty(await CallAsync("users.info", "user=U02BOB00002", Slack.Globex.Install("users:read").Value)));
    }

    [Fact]
    public async Task A_member_who_left()
    {
        Slack.Acme.Users["U02BOB00002"].IsDeleted = true;

        Assert.Equal(Pretty(SlackFixtures.Read("api-users-info-deactivated.json")), Pretty(await CallAsync("users.info", "user=U02BOB00002")));
    }

    [Fact]
    public async Task Somebody_from_outside() => Assert.Equal(Pretty(SlackFixtures.Read("api-users-info-external.json")), Pretty(await CallAsync("users.info", "user=U09REX00009")));

    [Fact]
    public async Task A_message()
    {
        var fixture = SlackFixtures.Read("api-chat-postMessage-ok.json");
        var metadata = fixture["message"]!["metadata"]!.ToJsonString();
        Clock.Advance(SlackFixtures.SignedAt.AddYears(1) - Clock.GetUtcNow());

        var answer = await CallAsync("chat.postMessage", $"channel={General}|text=Bob reached 10,000 reputation|metadata={metadata}|unfurl_links=false|unfurl_media=false");

        (fixture["ts"], fixture["message"]!["ts"]) = ((string)answer["ts"]!, (string)answer["ts"]!);
        Assert.Equal(Pretty(fixture), Pretty(answer));
    }

    [Fact]
    public async Task The_example_message_is_within_the_rules()
    {
        // A link within it has the character that separates arguments elsewhere.
        using var answer = await SendAsync("chat.postMessage", new FormUrlEncodedContent([new("channel", General), new("text", "hi"), new("blocks", SlackFixtures.Read("blocks-milestone.json").ToJsonString())]));

        Assert.Contains("\"ok\":true", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_and_an_action_have_the_fields_of_the_fixtures()
    {
        var payloads = new SlackPayloads(Slack);
        var message = Slack.Acme.Channels[General].Say(Slack.Acme.BotUserId, "hi", Clock.GetUtcNow());
        message.Show((JsonArray)SlackFixtures.Read("interaction-block-actions-message.json")["message"]!["blocks"]!);

        var command = payloads.Command(Slack.Acme, "U01ALICE001", General, "<@U02BOB00002|bob>").Fields;
        var action = payloads.Action(message, "U01ALICE001", "flair_open_profile").Payload;

        var form = System.Text.Encoding.UTF8.GetString(SlackFixtures.Bytes("slash-flair-mention.form"));
        Assert.Equal(form.Split('&').Select(field => field.Split('=')[0]), command.Select(field => field.Key));
        var fixture = SlackFixtures.Read("interaction-block-actions-message.json");
        Assert.Equal(fixture.AsObject().Select(field => field.Key).Order(), action.Select(field => field.Key).Order());
        // The types of Slack's own framework give a button's action its url too.
        Assert.Equal(fixture["actions"]![0]!.AsObject().Select(field => field.Key).Append("url").Order(), action["actions"]![0]!.AsObject().Select(field => field.Key).Order());
    }

    private static string Pretty(JsonNode node) => node.ToJsonString(SlackViews.Relaxed).Replace(",", ",\n", StringComparison.Ordinal);
}
