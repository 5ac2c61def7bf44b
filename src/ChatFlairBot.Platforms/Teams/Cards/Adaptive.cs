using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The elements that cards are made of (adaptivecards.io/explorer). Texts come in clean, cut and not empty.</summary>
internal static class Adaptive
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Text that is shown as it is, in parts.</summary>
    public static JsonObject Rich(params IEnumerable<JsonNode> inlines) => new() { ["type"] = "RichTextBlock", ["inlines"] = Array(inlines) };

    /// <summary>Text that is shown as it is.</summary>
    public static JsonObject Rich(string text) => Rich([JsonValue.Create(text)]);

    /// <summary>Small print.</summary>
    public static JsonObject Soft(string text) => Rich([Run(text).With("size", "Small").With("isSubtle", true)]).With("spacing", "Small");

    /// <summary>A part of a text.</summary>
    public static JsonObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = text };

    public static JsonObject Bold(string text) => Run(text).With("weight", "Bolder");

    public static JsonObject Link(string text, string address) => Bold(text).With("selectAction", OpenUrl(null, address));

    public static JsonObject Image(Uri address, string alt) => new()
    {
        ["type"] = "Image", ["url"] = address.AbsoluteUri, ["altText"] = alt, ["style"] = "Person", ["width"] = "48px", ["height"] = "48px",
    };

    public static JsonObject Container(IEnumerable<JsonNode> items) => new() { ["type"] = "Container", ["items"] = Array(items) };

    public static JsonObject Columns(params IEnumerable<JsonNode> columns) => new() { ["type"] = "ColumnSet", ["columns"] = Array(columns) };

    /// <param name="width"><c>auto</c>, <c>stretch</c>, or a share.</param>
    public static JsonObject Column(JsonNode width, params IEnumerable<JsonNode> items) => new() { ["type"] = "Column", ["width"] = width, ["items"] = Array(items) };

    /// <summary>Buttons in the middle of a card.</summary>
    public static JsonObject Actions(params IEnumerable<JsonNode> actions) => new() { ["type"] = "ActionSet", ["actions"] = Array(actions) };

    public static JsonObject OpenUrl(string? title, string address)
    {
        var action = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = address };
        if (title is not null) action.Insert(1, "title", title);
        return action;
    }

    /// <summary>Shows what is hidden and hides what is shown.</summary>
    public static JsonObject Toggle(string title, params IEnumerable<string> targets) =>
        new() { ["type"] = "Action.ToggleVisibility", ["title"] = title, ["targetElements"] = Array(targets.Select(one => JsonValue.Create(one))) };

    /// <summary>A button that the bot answers (adaptivecards.io/explorer/Action.Execute.html).</summary>
    /// <param name="hasInputs">Whether what stands in the card's fields comes along.</param>
    public static JsonObject Execute(string title, string verb, JsonObject data, bool hasInputs = false)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data };
        if (!hasInputs) action["associatedInputs"] = "None";
        return action;
    }

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    /// <summary>The element, with one property more.</summary>
    public static JsonObject With(this JsonObject element, string name, JsonNode? value)
    {
        if (value is not null) element[name] = value;
        return element;
    }
}
