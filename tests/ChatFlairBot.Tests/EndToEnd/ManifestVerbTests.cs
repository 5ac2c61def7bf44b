using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>What a Slack app is made from, as the command line writes it.</summary>
public sealed class ManifestVerbTests
{
    [Theory]
    [InlineData("http.json", "--url", "https://flair.example.com")]
    [InlineData("socket.json", "--socket")]
    public async Task The_manifests_in_the_repository_are_what_it_writes(string file, params string[] arguments)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, ["manifest", "slack", .. arguments]);
        Assert.Equal(0, exitCode);
        Assert.Equal((await File.ReadAllTextAsync(Repository.Path("manifests", "slack", file), TestContext.Current.CancellationToken)).Trim(), output.Trim());
    }

    [Fact]
    public async Task Everything_leads_to_the_address_that_was_named()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, (await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, "manifest", "slack", "--url", "https://bot.acme.example/", "--out", folder.File("app.json"))).ExitCode);
        var app = JsonNode.Parse(await File.ReadAllTextAsync(folder.File("app.json"), TestContext.Current.CancellationToken))!;
        string[] addresses =
        [
            (string)app["features"]!["slash_commands"]![0]!["url"]!, (string)app["oauth_config"]!["redirect_urls"]![0]!,
            (string)app["settings"]!["event_subscriptions"]!["request_url"]!, (string)app["settings"]!["interactivity"]!["request_url"]!,
        ];
        Assert.Equal(["https://bot.acme.example/slack/commands", "https://bot.acme.example/slack/oauth/callback", "https://bot.acme.example/slack/events", "https://bot.acme.example/slack/interactions"], addresses);
    }

    [Fact]
    public async Task Reading_channels_is_asked_for_only_when_it_is_wanted()
    {
        using var folder = new TempFolder();
        var plain = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, "manifest", "slack", "--socket");
        var reading = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, "manifest", "slack", "--socket", "--read-history");
        Assert.DoesNotContain("channels:history", plain.Output, StringComparison.Ordinal);
        Assert.Contains("channels:history", reading.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say either")]
    [InlineData("Say either", "--url", "https://a.example", "--socket")]
    [InlineData("https:", "--url", "http://a.example")]
    [InlineData("https:", "--url", "flair.example.com")]
    public async Task What_cannot_be_is_a_sentence(string says, params string[] arguments)
    {
        using var folder = new TempFolder();
        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, ["manifest", "slack", .. arguments]);
        Assert.Equal(2, exitCode);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }
}
