using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Buttons (docs.slack.dev/reference/block-kit/block-elements/button-element).</summary>
internal static class KitButtons
{
    /// <param name="text">At most 75 characters; Slack shows about 30.</param>
    /// <param name="label">What a screen reader says instead.</param>
    public static JsonObject Button(string action, string text, string? value = null, string? label = null)
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = action, ["text"] = Kit.Plain(text) };
        if (!string.IsNullOrEmpty(value)) button["value"] = value;
        if (label is not null) button["accessibility_label"] = SlackText.Line(label, SlackLimits.Label);
        return button;
    }

    /// <summary>A button that leads to a web page. Slack tells us of the click all the same, and wants it acknowledged.</summary>
    public static JsonObject Link(string action, string text, string address, string label)
    {
        var button = Button(action, text, label: label);
        button["url"] = address;
        return button;
    }

    /// <summary>The button, asking back before it does something that cannot be undone.</summary>
    public static JsonObject Asking(this JsonObject button, string title, string text, string yes, string no)
    {
        button["confirm"] = new JsonObject
        {
            ["title"] = Kit.Plain(title), ["text"] = Kit.Plain(text), ["confirm"] = Kit.Plain(yes), ["deny"] = Kit.Plain(no), ["style"] = "danger",
        };
        return button;
    }
}
