using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What is let in, and what is not.</summary>
public sealed class TeamsInboundTests
{
    private const string Personal = "message-personal";

    public static TheoryData<string> Fixtures => [.. TeamsFixtures.Inbound];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Everything_that_Teams_sends_is_taken_with_a_good_token(string name)
    {
        await using var run = await TeamsRun.StartAsync();
        var delivery = await run.Sender.FixtureAsync(name);

        Assert.Equal(HttpStatusCode.OK, delivery.Status);
        if (name.StartsWith("invoke", StringComparison.Ordinal)) Assert.NotNull(delivery.Json);
        await EffectAsync(run, name);
        Assert.Empty(run.Teams.Faults);
    }

    [Theory]
    [MemberData(nameof(InboundTokens.GoodKinds), MemberType = typeof(InboundTokens))]
    public async Task Every_good_token_is_believed(string kind)
    {
        await using var run = await TeamsRun.StartAsync();
        var activity = run.Sender.Activities.Fixture(Personal);
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(activity, run.Teams.Identity.Inbound.Header(kind, (string)activity["serviceUrl"]!))).Status);
    }

    [Fact]
    public async Task With_each_kind_of_bad_token_nothing_that_Teams_sends_has_an_effect_and_all_of_it_is_401()
    {
        await using var run = await TeamsRun.StartAsync();
        foreach (var kind in InboundTokens.BadKinds.Select(row => row.Data))
        {
            foreach (var name in TeamsFixtures.Inbound)
            {
                var activity = run.Sender.Activities.Fixture(name);
                var delivery = await run.Sender.SendAsync(activity, run.Teams.Identity.Inbound.Header(kind, (string)activity["serviceUrl"]!));
                Assert.True(delivery.Status is HttpStatusCode.Unauthorized, $"{name} with {kind}: {delivery.Status}");
            }
        }

        Assert.Empty(await run.Bot.Store.Workspaces.ListAsync("Teams", TestContext.Current.CancellationToken));
        Assert.Empty(run.Teams.Calls);
        Assert.Empty(run.Teams.Faults);
    }

    [Fact]
    public async Task What_is_no_activity_is_400_too_large_is_413_and_looking_is_405()
    {
        await using var run = await TeamsRun.StartAsync();
        var token = run.Teams.Identity.Inbound.Make(run.Teams.ServiceUrl.AbsoluteUri);
        foreach (var body in (string[])["", "nothing", "[]", "{}", "null", """{"type":"message"}""", """{"type":"message","channelId":"msteams","serviceUrl":"https://a.example","conversation":{"id":"a"}}"""])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await run.Sender.SendAsync(Encoding.UTF8.GetBytes(body), token)).Status);
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await run.Sender.SendAsync(new byte[600_000], token)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await run.Bot.Http.GetAsync(new Uri("/api/messages", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Another_chat_system_and_another_directory_are_passed_over()
    {
        await using var run = await TeamsRun.StartAsync();
        var other = run.Sender.Activities.Fixture(Personal);
        other["channelId"] = "webchat";
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(other)).Status);
        var foreign = run.Sender.Activities.Fixture(Personal);
        foreign["channelData"]!["tenant"]!["id"] = "00000000-0000-0000-0000-000000000001";
        Assert.Equal(HttpStatusCode.Forbidden, (await run.Sender.SendAsync(foreign)).Status);
        Assert.Empty(run.Teams.Calls);
    }

    [Fact]
    public async Task A_new_key_is_fetched_at_once_and_made_up_ones_only_now_and_then()
    {
        await using var run = await TeamsRun.StartAsync();
        var identity = run.Teams.Identity;
        var activity = run.Sender.Activities.Fixture(Personal);
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(activity)).Status);
        identity.RotateKey();
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(run.Sender.Activities.Fixture("message-channel-bot-mention-only"))).Status);
        Assert.Equal(2, identity.KeyReads);

        for (var i = 0; i < 20; i++) await run.Sender.SendAsync(activity, identity.Inbound.Header("a stranger's key", (string)activity["serviceUrl"]!));
        Assert.InRange(identity.KeyReads, 2, 3);

        run.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(run.Sender.Activities.Fixture(Personal))).Status);
        Assert.InRange(identity.KeyReads, 3, 4);
    }

    [Fact]
    public async Task While_the_keys_cannot_be_fetched_known_ones_hold_and_without_any_nobody_is_blamed()
    {
        await using var run = await TeamsRun.StartAsync();
        run.Teams.Identity.IsDown = true;
        var activity = run.Sender.Activities.Fixture("messageReaction-added");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await run.Bot.Http.SendAsync(Request(run, activity), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await run.Sender.SendAsync(activity, "Bearer garbage")).Status);

        run.Teams.Identity.IsDown = false;
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(activity)).Status);
        run.Teams.Identity.IsDown = true;
        run.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.SendAsync(run.Sender.Activities.Fixture("messageReaction-added"))).Status);
    }

    [Fact]
    public async Task What_is_sent_twice_is_answered_once()
    {
        await using var run = await TeamsRun.StartAsync();
        var activity = run.Sender.Activities.Message(run.Teams.Marta, run.Announcements, "@bot top");
        for (var i = 0; i < 3; i++) await run.Sender.SendAsync(activity);
        await run.AskAsync(run.Teams.Marta, run.Announcements, "@bot me");
        await Patience.UntilAsync(() => TeamsRun.Written(run.Announcements).Count >= 2, "both are answered");
        Assert.Equal(2, TeamsRun.Written(run.Announcements).Count);
    }

    private static HttpRequestMessage Request(TeamsRun run, JsonObject activity)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", run.Teams.Identity.Inbound.Make((string)activity["serviceUrl"]!));
        return request;
    }

    // What the reference says of each.
    private static async Task EffectAsync(TeamsRun run, string name)
    {
        var room = run.Teams.Room((string)TeamsFixtures.Read(name)["conversation"]!["id"]!) ?? run.Teams.PersonalChat(run.Teams.Marta);
        var workspaces = await run.Bot.Store.Workspaces.ListAsync("Teams", TestContext.Current.CancellationToken);
        switch (name)
        {
            case "installationUpdate-add" or "conversationUpdate-membersAdded-bot" or "installationUpdate-add-personal":
                await Patience.UntilAsync(() => room.Posts.Count == 1, "the room is greeted");
                Assert.Contains("Hello", room.Posts[0].Summary, StringComparison.Ordinal);
                Assert.Equal(run.Teams.Marta.Id, Assert.Single(workspaces).InstalledBy);
                break;
            case "installationUpdate-add-upgrade":
                Assert.Single(workspaces);
                Assert.Empty(room.Posts);
                break;
            case "conversationUpdate-teamRenamed":
                Assert.Equal("Platform Guild EMEA", Assert.Single(workspaces).Name);
                break;
            case "message-channel-two-mentions" or "message-targeted-slash" or "message-groupChat-two-mentions" or "message-personal":
                await SaysAsync("Tomás Okafor has 990 reputation");
                Assert.Equal(name == "message-targeted-slash" ? run.Teams.Marta.Id : null, TeamsRun.Written(room)[0].TargetedTo);
                break;
            case "message-channel-split-mention":
                await SaysAsync("Yuki Brandt-Sato has 20 reputation");
                break;
            case "message-channel-bot-mention-only":
                await SaysAsync("What ");
                break;
            default:
                Assert.DoesNotContain(run.Teams.Calls, call => call.Writes);
                break;
        }

        async Task SaysAsync(string text)
        {
            await Patience.UntilAsync(() => TeamsRun.Written(room).Count == 1, "it is answered");
            Assert.StartsWith(text, TeamsRun.Written(room)[0].Summary, StringComparison.Ordinal);
        }
    }
}
