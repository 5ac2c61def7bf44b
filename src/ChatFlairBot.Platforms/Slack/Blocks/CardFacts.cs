using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Facts as fields, two columns of a label above its value.</summary>
internal static partial class CardFacts
{
    private const int LongestLabel = 60;
    private const int LongestValue = 200;

    /// <param name="room">1 for all that may be said, more to divide it by.</param>
    /// <returns>At most 10 fields.</returns>
    public static IReadOnlyList<JsonObject> Fields(IEnumerable<CardFact> facts, int room = 1) =>
    [
        .. facts.Select(fact => (Label: SlackText.Line(fact.Label, Math.Max(8, LongestLabel / room)), Value: SlackText.Line(fact.Value, Math.Max(12, LongestValue / room))))
            .Where(fact => fact.Value.Length > 0)
            .Take(SlackLimits.Fields)
            .Select(fact => Field(fact.Label, fact.Value)),
    ];

    // Bold needs mrkdwn, so only labels and values that mean nothing in it get it; the others are shown as they are.
    private static JsonObject Field(string label, string value) =>
        label.Length == 0 ? Kit.Plain(value)
        : Marked().IsMatch(label) || Marked().IsMatch(value) ? Kit.Plain($"{label}\n{value}")
        : Kit.Mrkdwn($"*{label}*\n{value}");

    // Marks, emoji in words, and whatever Slack would make a link of.
    [GeneratedRegex(@"[*_~`<>&@#|]|:[\w+'-]+:|://|\w\.\p{L}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marked();
}
