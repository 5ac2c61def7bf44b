using ChatFlairBot.Tests.Fakes.Slack;
using ChatFlairBot.Tests.Platforms.Slack;
using Microsoft.Playwright;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Two team managers install the bot in a browser, and one of them takes it out again.</summary>
public sealed class InstallPageTests
{
    [Fact]
    public async Task Two_workspaces_install_it_and_when_one_leaves_the_other_goes_on_and_its_token_is_gone()
    {
        await using var run = await SlackRun.StartBrowsableAsync();
        await using var browser = await Browser.StartAsync();
        foreach (var workspace in run.Slack.Workspaces) await InstallAsync(browser, run, workspace);
        await run.AskAsync(SlackRun.Alice, "subscribe immediately max 0");
        await run.AskAsync("U11GINA0001", "subscribe immediately max 0", "C02GENERAL2", run.Slack.Globex);
        await run.ReachAsync(1, 1_010);
        Assert.Equal((1, 1), (run.Slack.Messages(SlackRun.General).Count, run.Slack.Messages("C02GENERAL2").Count));

        string[] tokens = [run.Slack.Acme.Token!.Value, (await run.Bot.Store.Workspaces.FindAsync("Slack", run.Slack.Acme.Id, TestContext.Current.CancellationToken))!.Secret!];
        Assert.Contains(run.Files(), file => SlackRun.Holds(file, tokens[1]));
        await run.Sender.UninstallAsync(run.Slack.Acme);
        Assert.All(tokens, token => Assert.DoesNotContain(run.Files(), file => SlackRun.Holds(file, token)));

        await run.ReachAsync(2, 5_010);
        Assert.Equal((1, 2), (run.Slack.Messages(SlackRun.General).Count, run.Slack.Messages("C02GENERAL2").Count));
        Assert.Contains("not installed here", (string?)(await run.AskAsync(SlackRun.Alice, "help"))["text"], StringComparison.Ordinal);
        Assert.Contains("Bob Brown", (string?)(await run.AskAsync("U11GINA0001", "Bob Brown", "C02GENERAL2", run.Slack.Globex))["text"], StringComparison.Ordinal);
        Assert.Empty(run.Slack.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_says_what_the_bot_will_see_and_axe_finds_nothing(ColorScheme scheme)
    {
        await using var run = await SlackRun.StartBrowsableAsync();
        await using var browser = await Browser.StartAsync();
        var (page, complaints) = await browser.OpenAsync(new Uri(run.Bot.Http.BaseAddress!, "/slack/install"), scheme);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it will see" })).ToBeVisibleAsync();
        await page.EvaluateAsync(await File.ReadAllTextAsync(Peers.Axe, TestContext.Current.CancellationToken));
        Assert.Empty(await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(', '))"));
        Assert.DoesNotContain(complaints, one => !one.Contains("favicon", StringComparison.Ordinal) && !one.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_does_not_allow_it_is_told_that_nothing_happened()
    {
        await using var run = await SlackRun.StartBrowsableAsync();
        await using var browser = await Browser.StartAsync();
        var (page, _) = await browser.OpenAsync(new Uri(run.Bot.Http.BaseAddress!, "/slack/install"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Add to Slack" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing was installed" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That did not begin here" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add ChatFlair to Slack" })).ToBeVisibleAsync();
    }

    private static async Task InstallAsync(Browser browser, SlackRun run, FakeWorkspace workspace)
    {
        var (page, _) = await browser.OpenAsync(new Uri(run.Bot.Http.BaseAddress!, "/slack/install"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Add to Slack" }).ClickAsync();
        await page.GetByLabel("Workspace").SelectOptionAsync(workspace.Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"ChatFlair is in {workspace.Name}" })).ToBeVisibleAsync();
        await page.CloseAsync();
    }
}
