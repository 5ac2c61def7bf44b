using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>The blocks that cards and views are made of (docs.slack.dev/reference/block-kit/blocks). Texts come in clean, cut and not empty.</summary>
internal static class Kit
{
    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Section(string text, JsonObject? accessory = null) => With(new() { ["type"] = "section", ["text"] = Plain(text) }, "accessory", accessory);

    public static JsonObject Fields(IEnumerable<JsonObject> fields, JsonObject? accessory = null) =>
        With(new() { ["type"] = "section", ["fields"] = Array(fields) }, "accessory", accessory);

    /// <summary>Small print, with a small picture before it when there is one.</summary>
    public static JsonObject Context(string text, JsonObject? picture = null) =>
        new() { ["type"] = "context", ["elements"] = picture is null ? [Plain(text)] : new JsonArray(picture, Plain(text)) };

    /// <summary>A row of buttons and menus.</summary>
    /// <param name="id">Its block_id, unique in the message or view.</param>
    public static JsonObject Actions(string id, IEnumerable<JsonObject> elements) => new() { ["type"] = "actions", ["block_id"] = id, ["elements"] = Array(elements) };

    /// <summary>A field of a form.</summary>
    /// <param name="id">Its block_id; faults of the form name it.</param>
    /// <param name="isOptional">Whether it may be left empty.</param>
    /// <param name="isImmediate">Whether every change is told at once, as on a home tab, which has no button to submit.</param>
    public static JsonObject Input(string id, string label, JsonObject element, string? hint = null, bool isOptional = false, bool isImmediate = false)
    {
        var input = new JsonObject { ["type"] = "input", ["block_id"] = id, ["label"] = Plain(label), ["element"] = element };
        if (hint is not null) input["hint"] = Plain(hint);
        if (isOptional) input["optional"] = true;
        if (isImmediate) input["dispatch_action"] = true;
        return input;
    }

    /// <summary>Text that is shown as it is: no mentions, no links, no emoji made of <c>:words:</c>.</summary>
    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    /// <summary>The bot's own words with a little form.</summary>
    public static JsonObject Mrkdwn(string text) => new() { ["type"] = "mrkdwn", ["text"] = text };

    public static JsonObject Image(Uri address, string alt) => new() { ["type"] = "image", ["image_url"] = address.AbsoluteUri, ["alt_text"] = alt };

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    /// <summary>The object, with one field more when there is something in it.</summary>
    public static JsonObject With(JsonObject element, string name, JsonNode? value)
    {
        if (value is not null) element[name] = value;
        return element;
    }
}
