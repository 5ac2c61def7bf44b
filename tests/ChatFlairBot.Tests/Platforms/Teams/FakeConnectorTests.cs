using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>The fake answers as the fixtures do, and refuses what Teams refuses.</summary>
public sealed class FakeConnectorTests : FakeTeamsTest
{
    [Fact]
    public async Task Its_answers_are_those_of_the_fixtures()
    {
        Teams.Guild.AddMembers(97);
        var member = await CallAsync("GET", $"v3/conversations/{Teams.Guild.Id}/members/{Teams.Tomas.Id}");
        var page = await CallAsync("GET", $"{Announcements}/pagedmembers?pageSize=50");
        var last = await CallAsync("GET", $"{Announcements}/pagedmembers?pageSize=50&continuationToken={Uri.EscapeDataString((string)page.Body!["continuationToken"]!)}");
        var last2 = await CallAsync("GET", $"{Announcements}/pagedmembers?pageSize=50&continuationToken={Uri.EscapeDataString((string)last.Body!["continuationToken"]!)}");

        Same("connector-get-member-200", member.Body);
        Same("connector-get-team-200", (await CallAsync("GET", $"v3/teams/{Teams.Guild.Id}")).Body);
        Same("connector-team-conversations-200", (await CallAsync("GET", $"v3/teams/{Teams.Guild.Id}/conversations")).Body);
        Same("connector-createConversation-personal-201", (await CallAsync("POST", "v3/conversations", Chat(Teams.Marta.Id))).Body);
        Assert.Equal((50, 50, 1), (page.Body["members"]!.AsArray().Count, last.Body["members"]!.AsArray().Count, last2.Body!["members"]!.AsArray().Count));
        Assert.Null(last2.Body["continuationToken"]);
        Assert.Equal(
            TeamsFixtures.Read("connector-pagedmembers-200-page1")["members"]!.AsArray().Concat(TeamsFixtures.Read("connector-pagedmembers-200-page2")["members"]!.AsArray()).Select(one => one!.ToJsonString()),
            page.Body["members"]!.AsArray().Take(4).Select(one => one!.ToJsonString()));
        Assert.Empty(Teams.Faults);
    }

    [Fact]
    public async Task A_person_is_found_by_each_of_three_names()
    {
        foreach (var name in new[] { Teams.Tomas.Id, "Tomas.Okafor@contoso.example", Teams.Tomas.ObjectId! })
            Assert.Equal(Teams.Tomas.Id, (string?)(await CallAsync("GET", $"v3/conversations/{Teams.Guild.Id}/members/{Uri.EscapeDataString(name)}")).Body!["id"]);
        Assert.Equal(404, (await CallAsync("GET", $"v3/conversations/{Teams.Guild.Id}/members/nobody@contoso.example")).Status);
    }

    [Fact]
    public async Task A_thread_begins_is_answered_changed_and_taken_back()
    {
        var (status, created, _) = await CallAsync("POST", "v3/conversations", Thread());
        var thread = (string)created!["id"]!;
        var answer = await CallAsync("POST", $"v3/conversations/{Uri.EscapeDataString(thread)}/activities", Hello);
        var reply = await CallAsync("POST", $"{Announcements}/activities/{created["activityId"]}", Hello);
        var changed = await CallAsync("PUT", $"v3/conversations/{thread}/activities/{created["activityId"]}", """{"type":"message","text":"changed"}""");
        var gone = await CallAsync("DELETE", $"{Announcements}/activities/{answer.Body!["id"]}");
        var again = await CallAsync("DELETE", $"{Announcements}/activities/{answer.Body["id"]}");

        Assert.Equal((201, 201, 201, 200, 200), (status, answer.Status, reply.Status, changed.Status, gone.Status));
        Assert.Equal($"{Teams.Announcements.Id};messageid={created["activityId"]}", thread);
        Assert.Equal((404, "ActivityNotFoundInConversation"), (again.Status, Code(again.Body)));
        Assert.Equal(["changed", "hello"], Teams.Announcements.Posts.Select(post => post.Text));
        Assert.All(Teams.Announcements.Posts, post => Assert.Equal(thread, post.ConversationId));
        Assert.Empty(Teams.Faults);
    }

    [Fact]
    public async Task A_bearer_must_be_there_known_alive_and_the_apps()
    {
        var other = Identity.Grant(appId: "somebody");
        var foreign = Identity.Grant(tenant: "another-tenant");
        Assert.Equal(401, (await CallAsync("POST", $"{Announcements}/activities", Hello, bearer: null)).Status);
        Assert.Equal(401, (await CallAsync("POST", $"{Announcements}/activities", Hello, "nobody's")).Status);
        Assert.Equal("BotNotRegistered", Code((await CallAsync("POST", $"{Announcements}/activities", Hello, other.Value)).Body));
        Assert.Equal(401, (await CallAsync("POST", $"{Announcements}/activities", Hello, foreign.Value)).Status);
        Identity.EndBearers();
        Assert.Equal(401, (await SayAsync()).Status);
        Assert.Empty(Teams.Announcements.Everything);
    }

    [Theory]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"19:4nn0unc3m3ntsChannelQrS9876543210zyxWV1@thread.tacv2"}}}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":true,"activity":{"type":"message","text":"x"},"channelData":{"channel":{"id":"19:nowhere"}}}""", 404, "ConversationNotFound")]
    [InlineData("""{"isGroup":true,"activity":{"type":"poem"},"channelData":{"channel":{"id":"19:4nn0unc3m3ntsChannelQrS9876543210zyxWV1@thread.tacv2"}}}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":true,"members":[{"id":"29:a"},{"id":"29:b"}]}""", 400, "BadSyntax")]
    [InlineData("""{"isGroup":false,"members":[{"id":"tomas.okafor@contoso.example"}]}""", 400, "BadSyntax")]
    [InlineData("[]", 400, "BadSyntax")]
    public async Task A_conversation_that_cannot_be_made_is_refused(string json, int status, string code)
    {
        var answer = await CallAsync("POST", "v3/conversations", json);

        Assert.Equal((status, code), (answer.Status, Code(answer.Body)));
    }

    [Fact]
    public async Task Where_the_bot_is_not_it_cannot_write()
    {
        Teams.Guild.HasBot = false;
        Assert.Equal((403, "BotNotInConversationRoster"), await CodeAsync(SayAsync()));
        Assert.Equal((403, "BotNotInConversationRoster"), await CodeAsync(CallAsync("GET", $"v3/conversations/{Teams.Guild.Id}/pagedmembers")));
        Teams.Chats.Clear();
        Assert.Equal((400, "BadSyntax"), await CodeAsync(CallAsync("POST", "v3/conversations", Chat("29:somebody"))));
        Assert.Equal((403, "BotNotInConversationRoster"), await CodeAsync(CallAsync("POST", "v3/conversations", Chat(Teams.Marta.Id))));
        Teams.InstalledFor.Add(Teams.Marta.Id);
        Assert.Equal(201, (await CallAsync("POST", "v3/conversations", Chat(Teams.Marta.Id))).Status);

        Teams.Guild.HasBot = true;
        Teams.Announcements.Refuses = "403-MessageWritesBlocked";
        Assert.Equal(209, (int?)(await SayAsync()).Body!["errorCode"]);
        Teams.Announcements.IsDeleted = true;
        Assert.Equal((404, "ConversationNotFound"), await CodeAsync(SayAsync()));
        Assert.Single((await CallAsync("GET", $"v3/teams/{Teams.Guild.Id}/conversations")).Body!["conversations"]!.AsArray());
    }

    [Fact]
    public async Task One_person_alone_sees_a_targeted_message()
    {
        var targeted = $$$"""{"type":"message","text":"for you","recipient":{"id":"{{{Teams.Marta.Id}}}","isTargeted":true}}""";
        var sent = await CallAsync("POST", $"{Announcements}/activities?isTargetedActivity=true", targeted);
        var path = $"{Announcements}/activities/{sent.Body!["id"]}";
        Assert.Equal((404, "ActivityNotFoundInConversation"), await CodeAsync(CallAsync("PUT", path, Hello)));
        Assert.Equal(200, (await CallAsync("PUT", $"{path}?isTargetedActivity=true", Hello)).Status);
        Assert.Equal((400, "BadArgument"), await CodeAsync(CallAsync("POST", $"v3/conversations/{Teams.PersonalChat(Teams.Marta).Id}/activities?isTargetedActivity=true", targeted)));
        Assert.Equal((400, "BadArgument"), await CodeAsync(CallAsync("POST", $"{Announcements}/activities?isTargetedActivity=true", Hello)));

        Assert.Empty(Teams.Announcements.Posts);
        Assert.Equal(Teams.Marta.Id, Assert.Single(Teams.Announcements.Everything).TargetedTo);
        Assert.Empty(Teams.Faults);
        await SayAsync(targeted);
        Assert.Contains("goes to everybody", Assert.Single(Teams.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"x","colour":"red"}""", "an activity has no field colour")]
    [InlineData("""{"type":"message","text":"hi <at>Bob</at>"}""", "an <at> of the text has no entity")]
    [InlineData("""{"type":"message","text":"hi","entities":[{"type":"mention","text":"<at>Bob</at>","mentioned":{"id":"29:b"}}]}""", "the mention <at>Bob</at> is not in the text")]
    [InlineData("""{"type":"message","text":"x","conversation":{"id":"elsewhere"}}""", "the activity says that it goes to elsewhere")]
    [InlineData("""{"type":"message","text":"x","from":{"id":"28:another"}}""", "the activity says that it is from 28:another")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}]}""", "a card alone has no summary, so its notification says nothing")]
    [InlineData("""{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}]}""", "a card is of version 1.6 and may be of 1.5")]
    [InlineData("""{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"<at>Bob</at>"}]}}]}""", "an <at> of the card has no entity")]
    [InlineData("""{"type":"message","summary":"s","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"http://x.example/a.png"}]}}]}""", "Teams loads no image from http://x.example/a.png")]
    public async Task What_Teams_lets_pass_is_written_down(string json, string fault)
    {
        Assert.Equal(201, (await SayAsync(json)).Status);

        Assert.Equal([$"send: {fault}"], Teams.Faults);
    }

    [Fact]
    public async Task Our_requests_of_the_fixtures_are_faultless()
    {
        var marta = Teams.Marta;
        Teams.Announcements.Add(new FakePost(Teams.Announcements, "1772442000111", []) { At = Clock.GetUtcNow(), Root = "1772442000111", Author = marta });

        var thread = await CallAsync("POST", "v3/conversations", TeamsFixtures.Read("request-createConversation-channelThread").ToJsonString());
        var chat = await CallAsync("POST", "v3/conversations", TeamsFixtures.Read("request-createConversation-personal").ToJsonString());
        var reply = TeamsFixtures.Read("request-reply-text-with-mention");
        var answered = await CallAsync("POST", $"v3/conversations/{reply["conversation"]!["id"]}/activities/{reply["replyToId"]}", reply.ToJsonString());

        Assert.Equal((201, 201, 201), (thread.Status, chat.Status, answered.Status));
        Assert.Empty(Teams.Faults);
    }

    [Fact]
    public async Task Text_and_a_card_come_apart_and_no_id_is_answered()
    {
        var answer = await SayAsync("""{"type":"message","text":"x","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}]}""");

        Assert.Equal((201, "{}"), (answer.Status, answer.Body!.ToJsonString()));
        Assert.NotEmpty(Teams.Faults);
    }

    [Fact]
    public async Task Too_much_is_refused_and_much_is_written_down()
    {
        Assert.Equal((413, "MessageSizeTooBig"), await CodeAsync(SayAsync($$"""{"type":"message","text":"{{new string('x', 51_200)}}"}""")));
        Assert.Empty(Teams.Faults);
        Assert.Equal(201, (await SayAsync($$"""{"type":"message","text":"{{new string('x', 29_000)}}"}""")).Status);
        Assert.Contains("more than is safe", Assert.Single(Teams.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_may_have_no_body()
    {
        Teams.AnswersEmpty = true;

        var answer = await SayAsync();

        Assert.Equal((201, true), (answer.Status, answer.Body is null));
        Assert.Single(Teams.Announcements.Posts);
    }

    private static async Task<(int Status, string? Code)> CodeAsync(Task<(int Status, JsonNode? Body, System.Net.Http.Headers.HttpResponseHeaders Headers)> call)
    {
        var answer = await call;
        return (answer.Status, Code(answer.Body));
    }

    private static void Same(string fixture, JsonNode? body) => Assert.Equal(TeamsFixtures.Read(fixture).ToJsonString(), body!.ToJsonString());
}
