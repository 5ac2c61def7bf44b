using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Cards;

/// <summary>One neutral card, and what each platform makes of it: read beside one another they have to say the same.</summary>
public sealed class SideBySideTests
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("Milestone")]
    [InlineData("FlairOfTwo")]
    public Task One_card_three_payloads(string name)
    {
        var payloads = Payloads(SampleCards.Called(name));
        var all = new JsonObject(payloads.Select(one => KeyValuePair.Create(one.Platform, (JsonNode?)one.Payload)));
        return Approved.MatchAsync(all.ToJsonString(Readable), Path.Combine("Cards", "Approved", $"{name}.approved.json"));
    }

    [Fact]
    public void What_a_card_says_every_platform_says()
    {
        foreach (var (name, card) in SampleCards.All)
        {
            string[] said = [card.Title, .. card.Text?.Split('\n') ?? [], card.Footer ?? card.Title, .. card.Tags, .. card.Rows.SelectMany(row => new[] { row.Label, row.Value }), .. card.Facts.Select(fact => fact.Value), card.Progress?.Label ?? card.Title];
            foreach (var (platform, payload) in Payloads(card))
            {
                var texts = string.Join('\n', Texts(payload));
                Assert.All(said, part => Assert.True(Plain(texts).Contains(Plain(part), StringComparison.Ordinal), $"{platform} does not say “{part}” of {name}."));
            }
        }
    }

    // Commands are written otherwise in Teams, and where Markdown is read some signs are others that look alike.
    private static string Plain(string text) => Core.Flair.Echo.Unmarked(text.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace("@ChatFlair", "/flair", StringComparison.Ordinal)).Replace("·", "", StringComparison.Ordinal).Trim();

    private static (string Platform, JsonNode Payload)[] Payloads(Card card) =>
    [
        ("Playground", JsonSerializer.SerializeToNode(PlaygroundCards.Render(card), Readable)!), ("Slack", new SlackCards().Render(card)), ("Teams", new TeamsCards().Render(card)),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => Texts(field.Value)),
        JsonArray all => all.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [(string)value!],
        _ => [],
    };
}
