using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Facts as a list of labels and values, both of which read Markdown.</summary>
internal static class CardFacts
{
    private const int Most = 10;
    private const int LongestLabel = 60;
    private const int LongestValue = 200;

    /// <param name="room">1 for all that may be said, more to divide it by.</param>
    public static JsonObject? Of(IEnumerable<CardFact> facts, int room)
    {
        var shown = facts.Select(fact => (Label: Said(fact.Label, Math.Max(8, LongestLabel / room)), Value: Said(fact.Value, Math.Max(12, LongestValue / room))))
            .Where(fact => fact.Value.Length > 0)
            .Take(Most)
            .Select(fact => (JsonNode)new JsonObject { ["title"] = fact.Label, ["value"] = fact.Value })
            .ToList();
        return shown.Count == 0 ? null : new JsonObject { ["type"] = "FactSet", ["facts"] = Adaptive.Array(shown) };
    }

    private static string Said(string text, int most) => TeamsText.Unmarked(TeamsText.Line(text, most));
}
