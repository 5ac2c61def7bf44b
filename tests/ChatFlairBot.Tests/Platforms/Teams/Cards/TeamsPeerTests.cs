using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Tests.Cards;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Flair.Forms;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

/// <summary>What Microsoft's own validator and renderer make of what the bot sends.</summary>
public sealed class TeamsPeerTests
{
    private readonly TeamsCards _cards = new(_ => true);

    [Fact]
    public async Task Microsofts_validator_finds_no_fault_in_any_card_at_1_5_nor_in_an_unfurled_one_at_1_3()
    {
        Card[] cards = [.. SampleCards.All.Select(one => one.Card), await SampleCards.HelpAsync(), .. new RandomCards(21).Take(150)];
        JsonNode[] forms =
        [
            SubscribeCard.Build(SampleForms.New), SubscribeCard.Build(SampleForms.Changed), HelloCard.Build(_cards, "19:x@thread.tacv2", SampleCards.Hostile),
            _cards.Content(SampleCards.All[0].Card, "29:1abc"),
        ];
        var input = new JsonObject
        {
            ["cards"] = new JsonArray([.. cards.Select(card => _cards.Content(card)), .. forms]),
            ["unfurled"] = new JsonArray([.. cards.Select(card => _cards.Unfurled(card)["content"]!.DeepClone())]),
        };
        var (exit, said) = await NodeScript.RunAsync("teams-card.mjs", input);
        Assert.True(exit == 0, said[..Math.Min(said.Length, 4_000)]);
        Assert.Contains($"{(2 * cards.Length) + forms.Length} judged, 0 faults", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Microsofts_renderer_shows_every_card_and_names_stay_text(string theme)
    {
        using var folder = new TempFolder();
        var page = folder.File("page.html");
        var messages = SampleCards.All.Append(("Help", await SampleCards.HelpAsync())).Select(one => new JsonObject { ["title"] = one.Item1, ["card"] = _cards.Content(one.Item2) })
            .Append(new JsonObject { ["title"] = "Form", ["card"] = SubscribeCard.Build(SampleForms.Changed) });
        var (exit, said) = await NodeScript.RunAsync("teams-picture.mjs", new JsonObject { ["messages"] = new JsonArray([.. messages]) }, page, theme);
        Assert.True(exit == 0, said);

        await using var browser = await Browser.StartAsync();
        var (shown, _) = await browser.OpenAsync(new Uri(page));
        var text = (await shown.Locator("body").InnerTextAsync()).Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ');
        Assert.All(
            ["Mo <!channel> O'Brien & Co reached 1,000 reputation", "Grace <@U01ALICE001>", "*Bo* _Dahl_ `x`", ":tada: Kim", "渡辺 さくら", "ليلى حداد", "1,490 more to reach 2,500", "\"Name\": \"Mo <!channel> & Co\"", "@ChatFlair help [command]"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.Equal(0, await shown.Locator("em, strong, code, at, img[src*=evil]").CountAsync());
    }
}
