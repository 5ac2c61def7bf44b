using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>The judges of cards and manifests let good ones pass and find what is wrong with the others: a judge that says yes to everything is none.</summary>
public sealed class TeamsJudgesTests
{
    private const string Card = """
        {
          "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "msteams": { "width": "Full" },
          "body": [
            { "type": "TextBlock", "text": "Bob <b>Brown</b> reached **1,000**", "wrap": true, "style": "heading" },
            { "type": "ProgressBar", "value": 30, "fallback": { "type": "TextBlock", "text": "30 of 100" } },
            { "type": "ColumnSet", "columns": [{ "type": "Column", "width": "auto", "items": [{ "type": "Image", "url": "https://example.com/b.png", "altText": "Bob", "style": "Person" }] }] },
            { "type": "Input.Toggle", "id": "weekly", "title": "Weekly" },
            { "type": "ActionSet", "actions": [{ "type": "Action.ToggleVisibility", "title": "More", "targetElements": ["weekly"] }] }
          ],
          "actions": [{ "type": "Action.Execute", "title": "Congratulate", "verb": "congratulate", "data": { "key": "1" } }],
          "refresh": { "action": { "type": "Action.Execute", "verb": "refresh" }, "userIds": [] }
        }
        """;

    private const string Manifest = """
        {
          "$schema": "https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json", "manifestVersion": "1.25", "version": "1.0.0",
          "id": "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10",
          "developer": { "name": "Acme", "websiteUrl": "https://example.com", "privacyUrl": "https://example.com/privacy", "termsOfUseUrl": "https://example.com/terms" },
          "name": { "short": "ChatFlair", "full": "ChatFlair" }, "description": { "short": "Flair", "full": "Flair in Teams" },
          "icons": { "color": "color.png", "outline": "outline.png" }, "accentColor": "#5B3DF5",
          "bots": [{ "botId": "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10", "scopes": ["team", "personal"], "commandLists": [{ "scopes": ["team"], "commands": [{ "title": "flair", "description": "x" }] }] }]
        }
        """;

    [Fact]
    public async Task A_good_card_passes()
    {
        var (exit, said) = await NodeScript.RunAsync("teams-card.mjs", new JsonObject { ["cards"] = new JsonArray(JsonNode.Parse(Card)), ["unfurled"] = new JsonArray(Small("1.3", "{}")) });

        Assert.Equal((0, "2 judged, 0 faults"), (exit, said.Trim()));
    }

    [Fact]
    public async Task A_bad_card_does_not()
    {
        (string Kind, string Version, string Element, string Fault)[] bad =
        [
            ("cards", "1.5", """{ "type": "ProgressBar", "value": 3 }""", "UnknownElementType"),
            ("cards", "1.5", """{ "type": "ProgressBar", "fallback": { "type": "Poem" } }""", "UnknownElementType"),
            ("cards", "1.5", """{ "type": "TextBlock", "text": "x", "fallback": { "type": "Poem" } }""", "UnknownElementType"),
            ("cards", "1.5", """{ "type": "TextBlock", "text": "x", "colour": "red" }""", "TextBlock knows no colour"),
            ("cards", "1.5", """{ "type": "TextBlock", "text": "x", "size": "huge" }""", "InvalidPropertyValue"),
            ("cards", "1.5", """{ "type": "TextBlock" }""", "TextBlock has no text"),
            ("cards", "1.5", """{ "type": "Image", "altText": "x" }""", "Image has no url"),
            ("cards", "1.5", """{ "type": "FactSet", "facts": [{ "title": "x", "val": "y" }] }""", "Fact knows no val"),
            ("cards", "1.5", """{ "type": "Input.Text", "label": "x" }""", "All inputs must have a unique Id"),
            ("cards", "1.5", """{ "type": "ActionSet", "actions": [{ "type": "Action.OpenUrl", "title": "x" }] }""", "Property \"url\" must be set"),
            ("cards", "1.6", "{}", "UnsupportedCardVersion"),
            ("unfurled", "1.5", "{}", "UnsupportedCardVersion"),
            ("unfurled", "1.3", """{ "type": "Table", "columns": [], "rows": [] }""", "UnknownElementType"),
            ("unfurled", "1.3", """{ "type": "ActionSet", "actions": [{ "type": "Action.Execute", "title": "x", "verb": "y" }] }""", "UnknownActionType"),
        ];
        var given = new JsonObject();
        foreach (var kind in bad.GroupBy(one => one.Kind)) given[kind.Key] = new JsonArray([.. kind.Select(one => Small(one.Version, one.Element))]);

        var (exit, said) = await NodeScript.RunAsync("teams-card.mjs", given);

        Assert.Equal(1, exit);
        foreach (var kind in bad.GroupBy(one => one.Kind))
        {
            Assert.All(kind.Index(), one => Assert.Contains(said.Split('\n'), line =>
                line.StartsWith($"{kind.Key}-{one.Index}: ", StringComparison.Ordinal) && line.Contains(one.Item.Fault, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_manifest_is_judged_by_its_versions_schema()
    {
        var manifest = JsonNode.Parse(Manifest)!;
        var good = await NodeScript.RunAsync("teams-manifest.mjs", manifest);
        var older = await NodeScript.RunAsync("teams-manifest.mjs", manifest, "1.29");
        manifest["bots"]![0]!["commandLists"]![0]!["triggers"] = new JsonArray("slash");
        manifest["name"]!["short"] = new string('x', 31);
        manifest["colour"] = "red";
        var bad = await NodeScript.RunAsync("teams-manifest.mjs", manifest);

        Assert.Equal((0, "manifest 1.25: 0 faults"), (good.Exit, good.Said.Trim()));
        Assert.Equal(1, older.Exit);
        Assert.Equal(1, bad.Exit);
        Assert.All(["(triggers)", "/name/short: must NOT have more than 30", "(colour)", "3 faults"], fault => Assert.Contains(fault, bad.Said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Microsofts_renderer_shows_a_card(string theme)
    {
        using var folder = new TempFolder();
        var file = folder.File("page.html");
        var messages = new JsonArray(new JsonObject { ["title"] = "Milestone", ["card"] = JsonNode.Parse(Card) }, new JsonObject { ["title"] = "Answer", ["text"] = "Nobody <i>here</i>" });
        var (exit, said) = await NodeScript.RunAsync("teams-picture.mjs", new JsonObject { ["messages"] = messages }, file, theme);
        Assert.True(exit == 0, said);

        await using var browser = await Browser.StartAsync();
        var (page, complaints) = await browser.OpenAsync(new Uri(file));
        var text = await page.InnerTextAsync("body");
        Assert.All(["Bob <b>Brown</b> reached 1,000", "30 of 100", "Weekly", "Congratulate", "Nobody <i>here</i>"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.Equal(2, await page.Locator("button").CountAsync());
        // The picture of Bob is somewhere else.
        Assert.All(complaints, complaint => Assert.Contains("Failed to load resource", complaint, StringComparison.Ordinal));
    }

    private static JsonObject Small(string version, string element)
    {
        var body = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = "x" });
        if (JsonNode.Parse(element) is JsonObject { Count: > 0 } more) body.Add(more);
        return new JsonObject { ["type"] = "AdaptiveCard", ["version"] = version, ["body"] = body };
    }
}
