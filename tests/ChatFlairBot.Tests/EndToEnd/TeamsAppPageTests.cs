using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The page for whoever brings the bot into Teams.</summary>
public sealed class TeamsAppPageTests
{
    private const string App = "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_says_what_the_bot_will_see_and_axe_finds_nothing(ColorScheme scheme)
    {
        await using var served = await ServeAsync(App);
        await using var browser = await Browser.StartAsync();
        var (page, complaints) = await browser.OpenAsync(new Uri(Address(served), "/teams/install"), scheme);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it will see" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download the app" })).ToBeVisibleAsync();
        await page.EvaluateAsync(await File.ReadAllTextAsync(Peers.Axe, TestContext.Current.CancellationToken));
        Assert.Empty(await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(', '))"));
        Assert.DoesNotContain(complaints, one => !one.Contains("favicon", StringComparison.Ordinal) && !one.Contains("404", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/teams/manifest.zip", "1.25")]
    [InlineData("/teams/manifest.zip?slash=1", "1.29")]
    public async Task The_button_hands_out_the_app_of_the_address_under_which_it_was_found(string path, string version)
    {
        await using var served = await ServeAsync(App);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(served), path)) { Headers = { Host = "flair.acme.example" } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/zip", "chatflair.zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileNameStar));
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await using var entry = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var app = (await JsonNode.ParseAsync(entry, cancellationToken: TestContext.Current.CancellationToken))!;
        Assert.Equal((version, App, "https://flair.acme.example/teams/install"), ((string?)app["manifestVersion"], (string?)app["id"], (string?)app["developer"]!["websiteUrl"]));
        Assert.Equal("stack.acme.example", (string?)app["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]![0]);
    }

    [Fact]
    public async Task Without_an_app_there_is_none_to_download_and_the_page_says_why()
    {
        await using var served = await ServeAsync(null);
        using var http = new HttpClient { BaseAddress = Address(served) };
        Assert.Contains("MicrosoftAppId", await http.GetStringAsync(new Uri("/teams/install", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var answer = await http.GetAsync(new Uri("/teams/manifest.zip", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Uri Address(WebApplication served) => new(served.Urls.First());

    private static async Task<WebApplication> ServeAsync(string? app)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapTeamsApp(app, ["stack.acme.example"]);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }
}
