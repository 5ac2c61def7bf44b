using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Formatted text in parts, each literal: nothing in a part can be markup (docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static class RichText
{
    public static JsonObject Block(params IEnumerable<JsonObject> elements) => new() { ["type"] = "rich_text", ["elements"] = Kit.Array(elements) };

    /// <summary>A line.</summary>
    public static JsonObject Section(params IEnumerable<JsonObject> parts) => new() { ["type"] = "rich_text_section", ["elements"] = Kit.Array(parts) };

    /// <summary>Lines with a bullet each; <paramref name="indent"/> 1 makes them those of the line above.</summary>
    public static JsonObject List(IEnumerable<JsonObject> sections, int indent = 0) =>
        new() { ["type"] = "rich_text_list", ["style"] = "bullet", ["indent"] = indent, ["elements"] = Kit.Array(sections) };

    /// <summary>Text in which every space counts.</summary>
    public static JsonObject Preformatted(string text) => new() { ["type"] = "rich_text_preformatted", ["elements"] = new JsonArray(Text(text)) };

    public static JsonObject Text(string text, string? style = null) => Styled(new() { ["type"] = "text", ["text"] = text }, style);

    public static JsonObject Bold(string text) => Text(text, "bold");

    public static JsonObject Code(string text) => Text(text, "code");

    public static JsonObject Link(string address, string text, string? style = null) =>
        Styled(new() { ["type"] = "link", ["url"] = address, ["text"] = text }, style);

    /// <summary>A channel by its id; Slack shows the name it has now, and pings nobody.</summary>
    public static JsonObject Channel(string id) => IsChannel(id) ? new() { ["type"] = "channel", ["channel_id"] = id } : Text($"#{SlackText.Line(id, SlackLimits.Label)}");

    // One that is no id would fail the whole view.
    private static bool IsChannel(string id) => id is ['C' or 'G', ..] && id.Length is >= 9 and <= 30 && id.All(char.IsAsciiLetterOrDigit);

    private static JsonObject Styled(JsonObject part, string? style)
    {
        if (style is not null) part["style"] = new JsonObject { [style] = true };
        return part;
    }
}
