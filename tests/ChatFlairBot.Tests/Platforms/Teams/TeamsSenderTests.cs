using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatFlairBot.Hosting;
using ChatFlairBot.Tests.Fakes.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What people do in Teams reaches a bot as the fixtures show it, and a bad answer is noticed.</summary>
public sealed class TeamsSenderTests : FakeTeamsTest, IAsyncLifetime
{
    private const string Form = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "Input.ChoiceSet", "id": "when", "value": "daily", "choices": [{ "title": "Daily", "value": "daily" }, { "title": "Weekly", "value": "weekly" }] },
            { "type": "Input.ChoiceSet", "id": "rules", "isMultiSelect": true, "choices": [{ "title": "A", "value": "a" }, { "title": "B", "value": "b" }] },
            { "type": "Input.Toggle", "id": "quiet", "title": "Quiet" }, { "type": "Input.Text", "id": "zone", "isRequired": true, "maxLength": 20 }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Save", "verb": "save", "data": { "key": "1" } }, { "type": "Action.Execute", "title": "Plain", "verb": "plain", "associatedInputs": "none" },
            { "type": "Action.Submit", "title": "Send", "data": { "key": "2" } }, { "type": "Action.Submit", "title": "Help", "data": { "msteams": { "type": "imBack", "value": "help" } } },
            { "type": "Action.OpenUrl", "title": "Look", "url": "https://example.com" }
          ],
          "refresh": { "action": { "type": "Action.Execute", "verb": "refresh", "data": { "key": "3" } } }
        }
        """;

    private const string Message = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved"}""";

    private readonly ConcurrentQueue<(string Path, string? Authorization, JsonObject Activity)> _received = new();
    private readonly WebApplication _bot;
    private readonly HttpClient _http;
    private (int Status, string Body) _answer = (200, "");

    public TeamsSenderTests()
    {
        _bot = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
        _bot.MapPost("/{**path}", (RequestDelegate)TakeAsync);
        _http = new HttpClient();
    }

    private TeamsSender Sender { get; set; } = null!;

    private JsonObject Last => _received.Last().Activity;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await _bot.StartAsync(TestContext.Current.CancellationToken);
        _http.BaseAddress = new Uri(_bot.Urls.First());
        Sender = new TeamsSender(Teams, _http);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _http.Dispose();
        await _bot.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task A_fixture_is_sent_as_it_is_but_from_here_and_now()
    {
        foreach (var name in TeamsFixtures.Inbound) await Sender.FixtureAsync(name);

        Assert.Equal(26, _received.Count);
        Assert.All(TeamsFixtures.Inbound.Zip(_received), one =>
        {
            var expected = TeamsFixtures.Read(one.First);
            expected["serviceUrl"] = Teams.ServiceUrl.AbsoluteUri;
            expected["timestamp"] = "2026-03-02T09:00:00.000Z";
            if (expected["localTimestamp"] is not null) expected["localTimestamp"] = "2026-03-02T09:00:00.000Z";
            Assert.Equal(expected.ToJsonString(), one.Second.Activity.ToJsonString());
            Assert.Equal(("/api/messages", true), (one.Second.Path, one.Second.Authorization!.StartsWith("Bearer ey", StringComparison.Ordinal)));
        });
        // What people wrote can be answered.
        Assert.Equal(201, (await CallAsync("POST", $"{Announcements};messageid=1772442000111/activities", Hello)).Status);
        Assert.Empty(Teams.Faults);
    }

    [Fact]
    public async Task What_is_made_has_the_shape_of_the_fixtures()
    {
        var (marta, channel, tomas) = (Teams.Marta, Teams.Announcements, Teams.Tomas);
        await Sender.MessageAsync(marta, channel, $"@bot flair @{{{tomas.Id}}}\n");
        Same("message-channel-two-mentions", "attachments");
        Assert.Equal("<at>ChatFlair</at> flair <at>Tomás Okafor</at>\n", (string?)Last["text"]);
        await Sender.SlashAsync(marta, channel, $"flair @{{{tomas.Id}}}");
        Same("message-targeted-slash", "attachments");
        await Sender.PersonalAsync(marta, "flair tomas.okafor@contoso.example");
        Same("message-personal");
        await Sender.InstallAsync(channel, marta, membershipFirst: true);
        Same("installationUpdate-add");
        _ = Assert.Single(_received, one => IsBotAdded(one.Activity));
        Same("conversationUpdate-membersAdded-bot", activity: _received.Single(one => IsBotAdded(one.Activity)).Activity);
        await Sender.RenameChannelAsync(channel, marta, "News");
        Same("conversationUpdate-channelRenamed");
        await Sender.RenameTeamAsync(Teams.Guild, marta, "Platform Guild EMEA");
        Same("conversationUpdate-teamRenamed");
        Teams.Guild.Name = "Platform Guild";
        await Sender.UninstallAsync(channel, marta);
        Same("installationUpdate-remove");
        await Sender.SendAsync(Sender.Activities.BotMembership(isAdded: false, marta, channel));
        Same("conversationUpdate-teamMemberRemoved-bot");
    }

    [Fact]
    public async Task An_install_is_two_events_in_either_order_and_perhaps_again()
    {
        Teams.Guild.HasBot = false;
        await Sender.InstallAsync(Teams.Announcements, Teams.Marta);
        Assert.True(Teams.Guild.HasBot);
        await Sender.InstallAsync(Teams.Announcements, Teams.Marta, membershipFirst: true, times: 2);
        await Sender.UninstallAsync(Teams.Announcements, Teams.Marta);

        string[] types = ["installationUpdate", "conversationUpdate"];
        Assert.Equal([.. types, .. types.Reverse(), .. types.Reverse(), .. types.Reverse()], _received.Select(one => (string?)one.Activity["type"]));
        Assert.Equal(_received.Select(one => (string?)one.Activity["id"]).Distinct().Count(), _received.Count - 2);
        Assert.Equal(403, (await SayAsync()).Status);
    }

    [Fact]
    public async Task A_button_brings_its_data_and_what_was_filled_in()
    {
        var post = Shown();
        _answer = (200, Message);

        var pressed = await Sender.PressAsync(post, Teams.Tomas, "Save", new Dictionary<string, string>(StringComparer.Ordinal) { ["when"] = "weekly", ["zone"] = "Europe/Berlin", ["rules"] = "a,b" });
        Assert.Equal("""{"action":{"type":"Action.Execute","verb":"save","data":{"when":"weekly","rules":"a,b","quiet":"false","zone":"Europe/Berlin","key":"1"}},"trigger":"manual"}""", Last["value"]!.ToJsonString());
        Same("invoke-adaptiveCard-action", "value", "from", "replyToId");
        Assert.Equal((post.Id, post.ConversationId, Teams.Tomas.Id, "Saved"), ((string?)Last["replyToId"], pressed.ConversationId, (string?)Last["from"]!["id"], pressed.Said));
        await Sender.PressAsync(post, Teams.Tomas, "plain");
        Assert.Equal("{}", Last["value"]!["action"]!["data"]!.ToJsonString());
        await Sender.RefreshAsync(post, Teams.Tomas);
        Assert.Equal(("automatic", "refresh"), ((string?)Last["value"]!["trigger"], (string?)Last["value"]!["action"]!["verb"]));
        Assert.Empty(Teams.Faults);
    }

    [Fact]
    public async Task A_submission_is_a_message_without_text()
    {
        var post = Shown();

        await Sender.PressAsync(post, Teams.Tomas, "Send", new Dictionary<string, string>(StringComparer.Ordinal) { ["zone"] = "UTC" });
        Assert.Equal(("message", null, "2"), ((string?)Last["type"], (string?)Last["text"], (string?)Last["value"]!["key"]));
        await Sender.PressAsync(post, Teams.Tomas, "Help");
        Assert.Equal("help", (string?)Last["text"]);
    }

    [Theory]
    [InlineData("Nothing", "zone", "UTC")]
    [InlineData("Look", "zone", "UTC")]
    [InlineData("Save", "quiet", "true")]
    [InlineData("Save", "zone", "a zone that is far too long")]
    [InlineData("Save", "when", "hourly")]
    [InlineData("Save", "rules", "a,c")]
    [InlineData("Save", "colour", "red")]
    public async Task Nobody_can_press_what_is_not_there_or_fill_in_what_cannot_be(string button, string input, string value)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { [input] = value };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Sender.PressAsync(Shown(), Teams.Tomas, button, inputs));

        Assert.Empty(_received);
    }

    [Theory]
    [InlineData(500, "", "answered 500")]
    [InlineData(200, "", "is none")]
    [InlineData(200, """{"statusCode":200,"type":"text/plain","value":"x"}""", "an answer of type text/plain")]
    [InlineData(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"x"}""", "the card of the answer is none")]
    [InlineData(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.6"}}""", "version 1.6")]
    public async Task A_bad_answer_to_a_button_is_noticed(int status, string body, string fault)
    {
        _answer = (status, body);

        await Sender.PressAsync(Shown(), Teams.Tomas, "plain");

        Assert.Contains(Teams.Faults, one => one.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, null, "")]
    [InlineData(true, null, "version 1.5")]
    [InlineData(false, """{"composeExtension":{"type":"poem"}}""", "type poem")]
    [InlineData(false, """{"composeExtension":{"type":"result","attachments":[]}}""", "no attachmentLayout")]
    [InlineData(false, """{"composeExtension":{"type":"message"}}""", "without text")]
    [InlineData(false, """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}]}}""", "no preview")]
    [InlineData(false, "", "is none")]
    [InlineData(true, "{}", "")]
    public async Task What_a_message_extension_answers_is_looked_at(bool isLink, string? body, string fault)
    {
        _answer = (200, body ?? TeamsFixtures.Read("response-composeExtension-query").ToJsonString());

        var delivery = isLink
            ? await Sender.LinkAsync(Teams.Marta, Teams.Announcements, "https://stackoverflowteams.example/c/contoso/users/42/tomas-okafor")
            : await Sender.QueryAsync(Teams.Marta, Teams.Announcements, "findPerson", "tomas");

        Same(isLink ? "invoke-composeExtension-queryLink" : "invoke-composeExtension-query", "value");
        Assert.Equal(fault.Length == 0, Teams.Faults.Count == 0);
        Assert.All(Teams.Faults, one => Assert.Contains(fault, one, StringComparison.Ordinal));
        if (body is null) Assert.Single(delivery.Offered);
    }

    /// <summary>Everything but what differs from time to time, and the fields named.</summary>
    private void Same(string fixture, params string[] but) => Same(fixture, Last, but);

    private static void Same(string fixture, JsonObject activity, params string[] but)
    {
        string[] changing = ["id", "timestamp", "serviceUrl", "localTimestamp", .. but];
        var (expected, actual) = (TeamsFixtures.Read(fixture).AsObject(), (JsonObject)activity.DeepClone());
        Assert.Equal(expected.Select(field => field.Key).Order(), actual.Select(field => field.Key).Order());
        foreach (var field in changing)
        {
            expected.Remove(field);
            actual.Remove(field);
        }

        // Its thread is named by its time.
        foreach (var one in new[] { expected, actual }) one["conversation"]!["id"] = ((string)one["conversation"]!["id"]!).Split(';')[0];
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected}\n{actual}");
    }

    private static bool IsBotAdded(JsonObject activity) => (string?)activity["channelData"]?["eventType"] == "teamMemberAdded";

    private FakePost Shown()
    {
        var card = new JsonObject { ["contentType"] = TeamsCards.ContentType, ["content"] = JsonNode.Parse(Form) };
        var post = new FakePost(Teams.Announcements, "1", new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(card) }) { At = Clock.GetUtcNow(), Root = "1" };
        Teams.Announcements.Add(post);
        return post;
    }

    private async Task TakeAsync(HttpContext context)
    {
        var activity = await JsonNode.ParseAsync(context.Request.Body);
        _received.Enqueue((context.Request.Path, context.Request.Headers.Authorization, activity!.AsObject()));
        context.Response.StatusCode = _answer.Status;
        await context.Response.WriteAsync(_answer.Body);
    }
}
