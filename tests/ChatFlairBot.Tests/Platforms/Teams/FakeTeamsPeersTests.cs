using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>
/// Microsoft's own Bot Builder accepts what the fake sends and refuses what it forges, so that a bot which does otherwise is wrong and
/// the fake cannot be a Teams of our own imagination.
/// </summary>
public sealed class FakeTeamsPeersTests : IAsyncLifetime
{
    /// <summary>Where the framework is laxer than its documentation: it asks for no end, and only looks at endorsements where there are some.</summary>
    private static readonly string[] TakenAllTheSame = ["without an end", "a key endorsed for no channel"];

    /// <summary>Where it is stricter than the same framework for .NET, which compares service urls without regard to case.</summary>
    private static readonly string[] RefusedAllTheSame = ["the service url in other letters"];

    private FakeConnector _teams = null!;
    private NodePeer _twin = null!;
    private HttpClient _http = null!;
    private TeamsSender _sender = null!;

    public async ValueTask InitializeAsync()
    {
        _teams = await FakeConnector.StartAsync(TimeProvider.System);
        var given = new JsonObject
        {
            ["appId"] = FakeIdentity.AppId, ["tenantId"] = FakeIdentity.TenantId, ["issuer"] = FakeIdentity.PublicIssuer,
            ["metadata"] = _teams.Identity.OpenIdMetadataUrl.AbsoluteUri, ["login"] = _teams.Identity.LoginUrl.AbsoluteUri,
        };
        (_twin, var port) = await NodePeer.StartTrustingAsync(_teams.Identity.Authority.PemPath, "teams-botbuilder.mjs", given.ToJsonString());
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _sender = new TeamsSender(_teams, _http);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _twin.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Good_tokens_are_taken_and_bad_ones_never_reach_a_handler()
    {
        var good = await SendAllAsync(InboundTokens.GoodKinds);
        var bad = await SendAllAsync(InboundTokens.BadKinds);

        Assert.Equal(RefusedAllTheSame, good.Where(one => one.Status != HttpStatusCode.OK).Select(one => one.Kind));
        Assert.All(good.Where(one => one.Status == HttpStatusCode.OK), one => Assert.Contains("onMessageActivity", one.Dispatched, StringComparison.Ordinal));
        Assert.Equal(TakenAllTheSame, bad.Where(one => one.Dispatched.Length > 0).Select(one => one.Kind));
        // A signature that does not verify is a fault of the framework's own.
        Assert.All(bad.Where(one => !TakenAllTheSame.Contains(one.Kind)), one => Assert.True(one.Status is HttpStatusCode.Unauthorized or HttpStatusCode.InternalServerError, $"{one.Kind}: {one.Status}"));
    }

    [Fact]
    public async Task Every_inbound_fixture_becomes_what_its_name_says()
    {
        var dispatched = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in TeamsFixtures.Inbound)
        {
            var (status, handlers) = await PostAsync(_sender.Activities.Fixture(name));
            Assert.Equal(name.StartsWith("invoke-", StringComparison.Ordinal) ? HttpStatusCode.NotImplemented : HttpStatusCode.OK, status);
            dispatched[name] = handlers.Split(' ')[^1];
        }

        Assert.Equal(26, dispatched.Count);
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["conversationUpdate-channelCreated"] = "onTeamsChannelCreated",
                ["conversationUpdate-channelDeleted"] = "onTeamsChannelDeleted",
                ["conversationUpdate-channelRenamed"] = "onTeamsChannelRenamed",
                ["conversationUpdate-membersAdded-bot"] = "onTeamsMembersAdded",
                ["conversationUpdate-membersAdded-user"] = "onTeamsMembersAdded",
                ["conversationUpdate-membersRemoved-user"] = "onTeamsMembersRemoved",
                ["conversationUpdate-teamArchived"] = "onTeamsTeamArchived",
                ["conversationUpdate-teamDeleted"] = "onTeamsTeamDeleted",
                ["conversationUpdate-teamMemberRemoved-bot"] = "onTeamsMembersRemoved",
                ["conversationUpdate-teamRenamed"] = "onTeamsTeamRenamed",
                ["conversationUpdate-unknownEvent"] = "onConversationUpdateActivity",
                ["installationUpdate-add"] = "onInstallationUpdateAddActivity",
                ["installationUpdate-add-personal"] = "onInstallationUpdateAddActivity",
                ["installationUpdate-add-upgrade"] = "onInstallationUpdateAddActivity",
                ["installationUpdate-remove"] = "onInstallationUpdateRemoveActivity",
                ["invoke-adaptiveCard-action"] = "onAdaptiveCardInvoke",
                ["invoke-composeExtension-query"] = "handleTeamsMessagingExtensionQuery",
                ["invoke-composeExtension-query-initialRun"] = "handleTeamsMessagingExtensionQuery",
                ["invoke-composeExtension-queryLink"] = "handleTeamsAppBasedLinkQuery",
                ["message-channel-bot-mention-only"] = "onMessageActivity",
                ["message-channel-split-mention"] = "onMessageActivity",
                ["message-channel-two-mentions"] = "onMessageActivity",
                ["message-groupChat-two-mentions"] = "onMessageActivity",
                ["message-personal"] = "onMessageActivity",
                ["message-targeted-slash"] = "onMessageActivity",
                ["messageReaction-added"] = "onReactionsAddedActivity",
            },
            dispatched);
    }

    [Fact]
    public async Task What_the_fake_makes_itself_becomes_the_same()
    {
        var (marta, channel, team) = (_teams.Marta, _teams.Announcements, _teams.Guild);
        var activities = _sender.Activities;
        var post = new FakePost(channel, "1", []) { At = _teams.Time.GetUtcNow(), Root = "1" };
        (JsonObject Activity, string Handler)[] made =
        [
            (activities.Message(marta, channel, $"@bot flair @{{{_teams.Tomas.Id}}}"), "onMessageActivity"),
            (activities.Message(marta, _teams.PersonalChat(marta), "help"), "onMessageActivity"),
            (activities.Message(marta, channel, "flair", isTargeted: true), "onMessageActivity"),
            (activities.Submission(marta, post, new JsonObject { ["a"] = "b" }), "onMessageActivity"),
            (activities.Installation("add", marta, channel), "onInstallationUpdateAddActivity"),
            (activities.Installation("remove", marta, channel), "onInstallationUpdateRemoveActivity"),
            (activities.BotMembership(isAdded: true, marta, channel), "onTeamsMembersAdded"),
            (activities.BotMembership(isAdded: false, marta, channel), "onTeamsMembersRemoved"),
            (activities.PeopleMembership(isAdded: true, marta, team, _teams.Yuki), "onTeamsMembersAdded"),
            (activities.ChannelEvent("channelRenamed", marta, channel), "onTeamsChannelRenamed"),
            (activities.ChannelEvent("channelRestored", marta, channel), "onTeamsChannelRestored"),
            (activities.TeamEvent("teamRestored", marta, team), "onTeamsTeamRestored"),
            (activities.Invoke(marta, channel, "adaptiveCard/action", JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"x"},"trigger":"manual"}""")!), "onAdaptiveCardInvoke"),
            (activities.Invoke(marta, channel, "composeExtension/query", JsonNode.Parse("""{"commandId":"people"}""")!), "handleTeamsMessagingExtensionQuery"),
        ];

        foreach (var (activity, handler) in made) Assert.Equal(handler, (await PostAsync(activity)).Dispatched.Split(' ')[^1]);
    }

    [Fact]
    public async Task A_key_that_was_not_published_when_it_looked_is_refused()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(_sender.Activities.Fixture("message-personal"))).Status);
        var read = _teams.Identity.KeyReads;
        _teams.Identity.RotateKey(keepsOld: false);

        // The framework looks again for a key that it does not know once an hour.
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(_sender.Activities.Fixture("message-personal"))).Status);
        Assert.Equal((1, 1), (read, _teams.Identity.KeyReads));
    }

    private async Task<IReadOnlyList<(string Kind, HttpStatusCode Status, string Dispatched)>> SendAllAsync(TheoryData<string> kinds)
    {
        var answers = new List<(string, HttpStatusCode, string)>();
        foreach (var kind in kinds.Select(row => row.Data))
        {
            var activity = _sender.Activities.Fixture("message-personal");
            var (status, dispatched) = await PostAsync(activity, _teams.Identity.Inbound.Header(kind, (string)activity["serviceUrl"]!));
            answers.Add((kind, status, dispatched));
        }

        return answers;
    }

    private Task<(HttpStatusCode Status, string Dispatched)> PostAsync(JsonObject activity) => PostAsync(activity, _teams.Identity.Inbound.Make((string)activity["serviceUrl"]!));

    private async Task<(HttpStatusCode Status, string Dispatched)> PostAsync(JsonObject activity, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.TryGetValues("X-Dispatched", out var dispatched) ? string.Concat(dispatched) : "");
    }
}
