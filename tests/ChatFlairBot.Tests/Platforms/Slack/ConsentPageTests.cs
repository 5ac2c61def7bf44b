using System.Text.RegularExpressions;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>A person lets the bot in, or not, in a real browser.</summary>
public sealed class ConsentPageTests
{
    private const string Client = $"client_id={FakeSlack.ClientId}&state=a%26b";

    [Fact]
    public async Task A_workspace_is_chosen_and_the_decision_goes_back()
    {
        // Somebody must be there when the browser comes back.
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System, site => site.MapGet("/back", (HttpContext _) => "back"));
        slack.RedirectUris.Add(new Uri(slack.Address, "/back"));
        await using var browser = await Browser.StartAsync();
        var url = new Uri($"{slack.AuthorizeUrl}?{Client}&scope=commands,chat:write&team={slack.Globex.Id}&redirect_uri={Uri.EscapeDataString(slack.RedirectUris[0].AbsoluteUri)}");

        var (page, complaints) = await browser.OpenAsync(url);
        await Assertions.Expect(page.Locator("#scopes li")).ToHaveTextAsync(["commands", "chat:write"]);
        await Assertions.Expect(page.GetByLabel("Workspace")).ToHaveValueAsync(slack.Globex.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/back\?code=T02TEAM0002\.code\.1&state=a%26b$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.GotoAsync(url.AbsoluteUri);
        await page.GetByLabel("Workspace").SelectOptionAsync("Acme");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/back\?error=access_denied&state=a%26b$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // The bot's side of this test has no icon.
        Assert.DoesNotContain(complaints, one => !one.Contains("404", StringComparison.Ordinal));
        Assert.Equal(slack.Globex, Assert.Single(slack.Codes.Values).Workspace);
    }

    [Theory]
    [InlineData("client_id=1&scope=commands", "invalid_client_id")]
    [InlineData($"{Client}&scope=commands&redirect_uri=https://elsewhere.example/", "bad_redirect_uri")]
    [InlineData($"{Client}&scope=commands&redirect_uri=http://127.0.0.1/back%23there", "bad_redirect_uri")]
    [InlineData($"{Client}&scope=", "no_scopes")]
    [InlineData($"{Client}&scope=commands,everything", "invalid_scope")]
    public async Task What_is_wrong_is_shown_and_goes_nowhere(string query, string error)
    {
        await using var slack = await FakeSlack.StartAsync(new ManualClock());
        slack.RedirectUris.Add(new Uri("http://127.0.0.1/back"));
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri($"{slack.AuthorizeUrl}?{query}"), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(error, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
