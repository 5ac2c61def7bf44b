using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Views;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Flair.Forms;
using ChatFlairBot.Tests.Platforms.Slack.Views;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

/// <summary>What Slack's own types, and a renderer that others wrote, make of what the bot sends.</summary>
public sealed partial class SlackPeerTests
{
    private readonly SlackCards _cards = new(_ => true);

    [Fact]
    public async Task Slacks_own_types_know_every_field_and_miss_none()
    {
        var cards = SampleCards.All.Select(one => one.Card).Append(await SampleCards.HelpAsync()).Concat(new RandomCards(21).Take(200));
        JsonNode[] views =
        [
            SubscribeView.Build(SampleForms.New), SubscribeView.Build(SampleForms.Changed), HomeView.Build(SampleHomes.Home), HomeView.Build(SampleHomes.HomeOfNobody),
        ];
        JsonNode[] manifests = [SlackManifest.Make(new Uri("https://flair.example.com"), readHistory: false), SlackManifest.Make(url: null, readHistory: true)];
        var (exit, said) = await NodeScript.RunAsync(
            "slack-types.mjs",
            new JsonObject { ["blocks"] = new JsonArray([.. cards.Select(card => _cards.Of(card).Blocks)]), ["views"] = new JsonArray(views), ["manifests"] = new JsonArray(manifests) });
        Assert.True(exit == 0, said);
        Assert.Contains("217 judged, 0 faults", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_judge_sees_faults()
    {
        const string faults = """
            {
              "blocks": [
                [{ "type": "header", "text": { "type": "mrkdwn", "text": "x" } }],
                [{ "type": "section", "text": { "type": "plain_text", "text": "x" }, "accessory": { "type": "image", "image_url": "https://x.example/" } }],
                [{ "type": "divider", "colour": "red" }]
              ],
              "views": [{ "type": "modal", "blocks": [] }],
              "manifests": [{ "display_information": { "name": "x" }, "settings": { "event_subscriptions": { "bot_events": ["app_removed"] } } }]
            }
            """;
        var (exit, said) = await NodeScript.RunAsync("slack-types.mjs", JsonNode.Parse(faults)!);
        Assert.Equal(1, exit);
        Assert.All(["blocks-0.ts", "blocks-1.ts", "blocks-2.ts", "views-0.ts", "manifests-0.ts"], file => Assert.Contains(file, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Another_program_shows_every_card_and_names_stay_text(string theme)
    {
        using var folder = new TempFolder();
        var page = folder.File("page.html");
        var messages = SampleCards.All.Append(("Help", await SampleCards.HelpAsync())).Select(one => new JsonObject { ["title"] = one.Item1, ["blocks"] = _cards.Of(one.Item2).Blocks });
        var (exit, said) = await NodeScript.RunAsync("slack-picture.mjs", new JsonObject { ["messages"] = new JsonArray([.. messages]) }, page, theme);
        Assert.True(exit == 0, said);

        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var text = WebUtility.HtmlDecode(Tags().Replace(html, "")).Replace("\u2060", "", StringComparison.Ordinal);
        Assert.All(
            ["Mo <!channel> O'Brien & Co reached 1,000 reputation", "Grace <@U01ALICE001>", "*Bo* _Dahl_ `x`", ":tada: Kim", "渡辺 さくら", "ليلى حداد", "1,490 more to reach 2,500", "\"Name\": \"Mo <!channel> & Co\"", "/flair help [command]"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        var body = html[html.IndexOf("<body", StringComparison.Ordinal)..];
        Assert.All(["slack_user", "slack_broadcast"], mention => Assert.DoesNotContain(mention, body, StringComparison.Ordinal));
    }

    [GeneratedRegex("<style>.*?</style>|<[^>]+>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Tags();
}
