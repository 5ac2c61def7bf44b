using System.Net;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Installing, removing and installing again: what browsers, Slack and whoever tries to forge one make of it.</summary>
public sealed class InstallTests
{
    [Fact]
    public async Task An_installed_workspace_is_answered_and_its_token_is_nowhere_to_be_read()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        var unknown = await run.AskAsync(SlackRun.Alice, "help");
        Assert.Contains("not installed here", (string?)unknown["text"], StringComparison.Ordinal);
        Assert.Contains("https://flair.example.com/slack/install", unknown.ToJsonString(), StringComparison.Ordinal);

        var page = await InstallAsync(run, run.Slack.Acme);
        Assert.Contains("ChatFlair is in Acme", page, StringComparison.Ordinal);
        Assert.Contains("Bob Brown has 990", (string?)(await run.AskAsync(SlackRun.Alice, "<@U02BOB00002>"))["text"], StringComparison.Ordinal);
        await run.RestartAsync();
        Assert.Contains("Bob Brown has 990", (string?)(await run.AskAsync(SlackRun.Alice, "<@U02BOB00002>"))["text"], StringComparison.Ordinal);

        var token = run.Slack.Acme.Token!.Value;
        Assert.DoesNotContain(token, run.Bot.Log.All, StringComparison.Ordinal);
        Assert.False(run.Files().Any(file => SlackRun.Holds(file, token)), "A file holds the token.");
        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task It_asks_for_just_what_it_uses()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        Assert.Equal(["channels:read", "chat:write", "chat:write.public", "commands", "groups:read", "users:read", "users:read.email"], run.Slack.Acme.Token!.Scopes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_installed_it_may_configure_it_and_nobody_else()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme, user: SlackRun.Bob);
        Assert.Contains("Subscribed", (string?)(await run.AskAsync(SlackRun.Bob, "subscribe daily"))["text"], StringComparison.Ordinal);
        Assert.Contains("managers", (string?)(await run.AskAsync("W03CAROL003", "subscribe daily"))["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_workspaces_each_has_its_own_channels_and_one_that_leaves_takes_its_token_with_it()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        await InstallAsync(run, run.Slack.Globex);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        await run.AskAsync("U11GINA0001", "subscribe immediately max 0", "C02GENERAL2", run.Slack.Globex);
        await run.ReachAsync(1, 1_010);
        Assert.Single(run.Slack.Messages(SlackRun.General));
        Assert.Single(run.Slack.Messages("C02GENERAL2"));

        var secret = (await run.Bot.Store.Workspaces.FindAsync("Slack", run.Slack.Acme.Id, TestContext.Current.CancellationToken))!.Secret!;
        Assert.Contains(run.Files(), file => SlackRun.Holds(file, secret));
        Assert.All(await run.Sender.UninstallAsync(run.Slack.Acme), one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.DoesNotContain(run.Files(), file => SlackRun.Holds(file, secret));
        await run.ReachAsync(2, 5_010);
        Assert.Single(run.Slack.Messages(SlackRun.General));
        Assert.Equal(2, run.Slack.Messages("C02GENERAL2").Count);
        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task Installed_again_it_goes_on_and_the_old_events_of_its_removal_do_no_harm()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        var gone = run.Sender.Payloads.Event(run.Slack.Acme, new System.Text.Json.Nodes.JsonObject { ["type"] = "app_uninstalled" }, "Ev-late");
        run.Clock.Advance(TimeSpan.FromSeconds(30));
        await InstallAsync(run, run.Slack.Acme);
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.EventAsync(gone)).Status);
        await run.ReachAsync(1, 1_010);
        Assert.Single(run.Slack.Messages(SlackRun.General));
    }

    [Fact]
    public async Task A_removal_whose_event_was_lost_is_noticed_at_the_next_card()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        run.Slack.Acme.Uninstall("token_revoked");
        await run.ReachAsync(1, 1_010);
        var left = await run.Bot.Store.Workspaces.FindAsync("Slack", run.Slack.Acme.Id, TestContext.Current.CancellationToken);
        Assert.NotNull(left!.LeftAt);
        Assert.Null(left.Secret);

        // Within the three days that cards wait, it comes back.
        await InstallAsync(run, run.Slack.Acme);
        await run.RestartAsync();
        await Patience.UntilAsync(() => run.Slack.Messages(SlackRun.General).Count == 1, "the parked card comes");
    }

    [Fact]
    public async Task Members_own_tokens_say_nothing_of_the_bot()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        var revoked = System.Text.Json.Nodes.JsonNode.Parse("""{"type":"tokens_revoked","tokens":{"oauth":["U01ALICE001"],"bot":[]}}""")!.AsObject();
        await run.Sender.EventAsync(run.Slack.Acme, revoked);
        Assert.Contains("Bob Brown", (string?)(await run.AskAsync(SlackRun.Alice, "<@U02BOB00002>"))["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_ends_is_changed_early_and_once()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        run.Slack.RotatesTokens = true;
        await InstallAsync(run, run.Slack.Acme);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        var first = run.Slack.Acme.Token!.Value;
        run.Clock.Advance(TimeSpan.FromHours(11));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => run.AskAsync(SlackRun.Alice, "<@U02BOB00002>")));
        Assert.NotEqual(first, run.Slack.Acme.Token!.Value);
        Assert.Equal(2, run.Slack.RequestsOf("oauth.v2.access").Count);
        await run.Bot.PollAsync();
        await run.ReachAsync(1, 1_010);
        Assert.Single(run.Slack.Messages(SlackRun.General));
        Assert.False(run.Files().Any(file => SlackRun.Holds(file, run.Slack.Acme.Token!.Value) || SlackRun.Holds(file, run.Slack.Acme.Token!.RefreshToken!)), "A file holds a token.");
    }

    [Theory]
    [InlineData("no cookie", "That did not begin here")]
    [InlineData("another browser's cookie", "That did not begin here")]
    [InlineData("a second time", "That did not begin here")]
    [InlineData("eleven minutes later", "That did not begin here")]
    [InlineData("denied", "Nothing was installed")]
    [InlineData("an old code", "That was too late")]
    [InlineData("a made-up code", "That was too late")]
    [InlineData("no code", "That was too late")]
    [InlineData("a whole organisation", "Not for a whole organisation")]
    [InlineData("another workspace", "Another workspace")]
    public async Task What_is_no_installation_is_explained_and_keeps_nothing(string how, string title)
    {
        await using var run = await SlackRun.StartInstallableAsync();
        var (cookie, authorize) = await BeginAsync(run, how == "another workspace" ? "?team=T02TEAM0002" : "");
        var (code, state) = (run.Slack.Authorize(run.Slack.Acme, FakeWorkspace.UsualScopes, Redirect), QueryOf(authorize, "state"));
        run.Slack.InstallsForOrganisations = how == "a whole organisation";
        if (how == "eleven minutes later") run.Clock.Advance(TimeSpan.FromMinutes(11));
        if (how == "a second time") Assert.Contains("ChatFlair is in Acme", await EndAsync(run, cookie, $"code={code}&state={state}"), StringComparison.Ordinal);
        if (how == "an old code") run.Slack.Codes[code] = run.Slack.Codes[code] with { At = run.Clock.GetUtcNow().AddMinutes(-11) };
        var page = await EndAsync(
            run,
            how switch { "no cookie" => null, "a second time" => "gone", "another browser's cookie" => (await BeginAsync(run)).Cookie, _ => cookie },
            how switch { "denied" => $"error=access_denied&state={state}", "a made-up code" => $"code=made.up&state={state}", "no code" => $"state={state}", _ => $"code={code}&state={state}" });

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Equal(how == "a second time" ? 1 : 0, (await run.Bot.Store.Workspaces.ListAsync("Slack", TestContext.Current.CancellationToken)).Count);
        if (how is "a whole organisation" or "another workspace") Assert.Null(run.Slack.Acme.Token);
    }

    [Fact]
    public async Task Only_workspaces_that_the_operator_named_may_install()
    {
        await using var run = await SlackRun.StartInstallableAsync(("Slack:Workspaces:0", "T02TEAM0002"));
        Assert.Contains("Another workspace", await InstallAsync(run, run.Slack.Acme), StringComparison.Ordinal);
        Assert.Contains("ChatFlair is in Globex", await InstallAsync(run, run.Slack.Globex), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_is_text_on_the_page()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        var evil = new FakeWorkspace("T03EVIL0003", "<script>alert(1)</script>", "evil", "U00FLAIRB03", "B00FLAIRB03");
        evil.AddUser("U21EVE00001", "eve", "Eve").IsAdmin = true;
        run.Slack.Workspaces.Add(evil);
        var page = await InstallAsync(run, evil);
        Assert.Contains("ChatFlair is in &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_left_is_forgotten_after_the_retention()
    {
        await using var run = await SlackRun.StartInstallableAsync();
        await InstallAsync(run, run.Slack.Acme);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        await run.ReachAsync(1, 1_010);
        await run.Sender.UninstallAsync(run.Slack.Acme);
        Assert.Equal(0, await run.Bot.Store.Workspaces.ForgetAsync(run.Clock.GetUtcNow().AddDays(-30), TestContext.Current.CancellationToken));
        Assert.Single(await run.Bot.Store.Subscriptions.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await run.Bot.Store.Workspaces.ForgetAsync(run.Clock.GetUtcNow().AddDays(1), TestContext.Current.CancellationToken));
        Assert.Empty(await run.Bot.Store.Subscriptions.ListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await run.Bot.Store.Members.NamedAsync("Slack", run.Slack.Acme.Id, "Alice Archer", TestContext.Current.CancellationToken));
        Assert.DoesNotContain(DeliveryState.Sent, (await run.Bot.Store.Deliveries.CountAsync(TestContext.Current.CancellationToken)).Where(one => one.Value > 2).Select(one => one.Key));
    }

    private const string Redirect = $"{SlackRun.PublicUrl}/slack/oauth/callback";

    internal static async Task<string> InstallAsync(SlackRun run, FakeWorkspace workspace, string? user = null)
    {
        var (cookie, authorize) = await BeginAsync(run);
        Assert.Equal(Redirect, QueryOf(authorize, "redirect_uri"));
        var code = run.Slack.Authorize(workspace, QueryOf(authorize, "scope").Split(','), Redirect, user);
        return await EndAsync(run, cookie, $"code={code}&state={QueryOf(authorize, "state")}");
    }

    private static async Task<(string Cookie, Uri Authorize)> BeginAsync(SlackRun run, string query = "")
    {
        using var page = await run.Bot.Http.GetAsync(new Uri("/slack/install" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "secure", "samesite=lax", "max-age=600"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var link = html.Split("class=\"button\" href=\"")[1].Split('"')[0];
        return (cookie.Split(';')[0].Split('=', 2)[1], new Uri(WebUtility.HtmlDecode(link)));
    }

    private static async Task<string> EndAsync(SlackRun run, string? cookie, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/slack/oauth/callback?" + query);
        if (cookie is not null) request.Headers.Add("Cookie", $"slack-app-oauth-state={cookie}");
        using var page = await run.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        return await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string QueryOf(Uri address, string name) => Uri.UnescapeDataString(address.Query.TrimStart('?').Split('&').Single(one => one.StartsWith(name + "=", StringComparison.Ordinal)).Split('=', 2)[1]);
}
