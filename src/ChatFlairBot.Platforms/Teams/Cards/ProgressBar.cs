using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The way to the next milestone: words first, which is all that a screen reader needs, then a bar.</summary>
/// <remarks>Thick and thin, so that it is read without colours too. A bar of signs looks the same in every client; Teams' own element is not to be had in all of them, and a row of coloured columns gets a border of empty space.</remarks>
internal static class ProgressBar
{
    private const int Signs = 24;

    /// <param name="label">Clean and cut, or empty.</param>
    public static IEnumerable<JsonObject> Of(CardProgress progress, string label)
    {
        var share = progress.Goal <= 0 ? 1 : Math.Clamp((double)progress.Value / progress.Goal, 0, 1);
        var full = (int)(share * Signs);
        var percent = ((int)(share * 100)).ToString(CultureInfo.InvariantCulture);
        if (label.Length > 0) yield return Adaptive.Rich(label);
        JsonNode[] parts = [.. Bar('━', full, "Accent"), .. Bar('─', Signs - full, "Default"), Adaptive.Run($"  {percent} %").With("isSubtle", true)];
        yield return Adaptive.Rich(parts).With("spacing", label.Length > 0 ? "Small" : null);
    }

    private static IEnumerable<JsonNode> Bar(char sign, int count, string colour) => count == 0 ? [] : [Adaptive.Run(new string(sign, count)).With("color", colour)];
}
