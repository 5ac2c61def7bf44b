using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>Fields in which something is written (docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class Entries
{
    /// <summary>A whole number; Slack refuses others before it sends them.</summary>
    public static JsonObject Number(string action, long least, long most, long? now) => Kit.With(
        new JsonObject { ["type"] = "number_input", ["action_id"] = action, ["is_decimal_allowed"] = false, ["min_value"] = Text(least), ["max_value"] = Text(most) },
        "initial_value",
        now is { } number ? Text(Math.Clamp(number, least, most)) : null);

    /// <param name="most">How many characters, 1 to 3,000.</param>
    public static JsonObject Words(string action, string now, string placeholder, int most, bool isLong = false)
    {
        var words = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = action, ["placeholder"] = Kit.Plain(placeholder), ["max_length"] = most };
        if (isLong) words["multiline"] = true;
        return SlackText.Lines(now, most) is { Length: > 0 } initial ? Kit.With(words, "initial_value", initial) : words;
    }

    public static JsonObject Time(string action, string placeholder, TimeOnly? now) => Kit.With(
        new JsonObject { ["type"] = "timepicker", ["action_id"] = action, ["placeholder"] = Kit.Plain(placeholder) },
        "initial_time",
        now?.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
