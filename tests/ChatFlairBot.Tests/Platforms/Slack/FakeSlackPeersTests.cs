using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The fake is judged by Slack's own libraries, so that it cannot be a Slack of our own imagination.</summary>
public sealed class FakeSlackPeersTests
{
    [Fact]
    public async Task Slacks_own_client_finds_in_it_what_it_finds_at_Slack()
    {
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        var acme = slack.Acme;
        var token = acme.Install([.. FakeWorkspace.UsualScopes, "channels:history", "im:write"]);
        acme.Channels["C01GENERAL1"].Invite(acme.BotUserId);
        var narrow = new FakeToken(acme, "xoxb-TEST-narrow");
        narrow.Grant(["chat:write", "users:read"]);
        acme.Tokens.Enqueue(narrow);
        var revoked = slack.Globex.Install();
        slack.Globex.Uninstall();
        // The client shows the first of these and waits the second out.
        var limits = new HashSet<string>(StringComparer.Ordinal) { "too soon", "later" };
        slack.Script.Choose = call => limits.Remove(call["text"]) ? SlackScript.RateLimited(1) : null;

        await NodePeer.RunAsync("slack-web-api.mjs", new JsonObject
        {
            ["api"] = slack.ApiBaseUrl.AbsoluteUri,
            ["token"] = token.Value,
            ["narrow"] = narrow.Value,
            ["revoked"] = revoked.Value,
            ["team"] = acme.Id,
            ["domain"] = acme.Domain,
            ["bot"] = acme.BotUserId,
            ["botId"] = acme.BotId,
            ["user"] = "U02BOB00002",
            ["email"] = "bob@example.com",
            ["channel"] = "C01GENERAL1",
            ["unjoined"] = "C01RANDOM01",
            ["archived"] = "C01ARCHIVE1",
        }.ToJsonString());

        Assert.Empty(slack.Faults);
        Assert.Equal(["later"], slack.Messages("C01GENERAL1").Select(message => message.Text));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Slacks_own_installer_installs_from_it(bool rotates, bool isOrganisation)
    {
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        slack.RotatesTokens = rotates;
        slack.InstallsForOrganisations = isOrganisation;
        var port = Ports.Free();
        slack.RedirectUris.Add(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/callback")));

        await NodePeer.RunAsync("slack-oauth.mjs", new JsonObject
        {
            ["api"] = slack.ApiBaseUrl.AbsoluteUri,
            ["authorize"] = slack.AuthorizeUrl.AbsoluteUri,
            ["port"] = port,
            ["clientId"] = FakeSlack.ClientId,
            ["clientSecret"] = FakeSlack.ClientSecret,
            ["team"] = slack.Globex.Id,
            ["bot"] = isOrganisation ? "W00FLAIRB02" : slack.Globex.BotUserId,
            ["organisation"] = isOrganisation ? "E01GLOBEX0001" : null,
            ["scopes"] = new JsonArray("commands", "chat:write"),
            ["rotates"] = rotates,
        }.ToJsonString());

        Assert.Empty(slack.Faults);
        Assert.NotNull(slack.Globex.Token);
        Assert.Null(slack.Acme.Token);
    }
}
