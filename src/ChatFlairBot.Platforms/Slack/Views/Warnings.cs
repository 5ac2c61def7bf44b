using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>What somebody has to know first. The word says it, the sign only catches the eye.</summary>
internal static class Warnings
{
    private const int Longest = 500;

    public static IEnumerable<JsonObject> Blocks(IEnumerable<string> warnings, int most) => warnings
        .Select(warning => SlackText.Lines(warning, Longest))
        .Where(warning => warning.Length > 0)
        .Take(most)
        .Select(warning => Kit.Section($"⚠️ Warning: {warning}"));
}
