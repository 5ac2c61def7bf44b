using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The way to the next milestone: words first, which is all that a screen reader needs, then a bar.</summary>
internal static class ProgressBar
{
    private const int Signs = 24;

    /// <param name="label">Clean and cut, or empty.</param>
    /// <param name="dress">Whether Teams' own bar may be used.</param>
    public static IEnumerable<JsonObject> Of(CardProgress progress, string label, CardDress dress)
    {
        var share = progress.Goal <= 0 ? 1 : Math.Clamp((double)progress.Value / progress.Goal, 0, 1);
        var percent = (int)(share * 100);
        JsonNode[] words = label.Length > 0 ? [JsonValue.Create(label + CardText.Turn(label))] : [];
        yield return Adaptive.Rich([.. words, Adaptive.Run($"{(label.Length > 0 ? "  ·  " : "")}{percent.ToString(CultureInfo.InvariantCulture)} %").With("isSubtle", true)]);
        var line = Line((int)(share * Signs));
        yield return dress is CardDress.Full ? Bar(percent, line) : line.With("spacing", "Small");
    }

    // Not every client has it (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format), so a line stands in for it.
    private static JsonObject Bar(int percent, JsonObject fallback) => new() { ["type"] = "ProgressBar", ["value"] = percent, ["max"] = 100, ["spacing"] = "Small", ["fallback"] = fallback };

    // Thick and thin, so that it is read without colours too.
    private static JsonObject Line(int full) => Adaptive.Rich([.. Part('━', full, "Accent"), .. Part('─', Signs - full, "Default")]);

    private static IEnumerable<JsonNode> Part(char sign, int count, string colour) => count == 0 ? [] : [Adaptive.Run(new string(sign, count)).With("color", colour)];
}
