using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

/// <summary>Slack's rules for buttons, menus and fields (docs.slack.dev/reference/block-kit/block-elements).</summary>
internal sealed class ElementRules(BlockRules rules)
{
    public void Check(JsonObject element, bool isInput)
    {
        rules.Text((string?)element["action_id"], 255, "action_id");
        if (element["placeholder"] is JsonObject placeholder) rules.TextObject(placeholder, 150, isPlain: true);
        var type = (string?)element["type"];
        switch (type)
        {
            case "button" when !isInput:
                Button(element);
                break;
            case "checkboxes" or "radio_buttons":
                rules.Keys(element, ["type", "action_id", "options", "initial_options", "initial_option"], ["options"]);
                Options(element, 10);
                break;
            case "static_select" or "multi_static_select":
                rules.Keys(element, ["type", "action_id", "placeholder", "options", "initial_options", "initial_option"], ["options"]);
                Options(element, 100);
                break;
            case "conversations_select":
                rules.Keys(element, ["type", "action_id", "placeholder", "filter"], []);
                break;
            case "timepicker":
                rules.Keys(element, ["type", "action_id", "placeholder", "initial_time"], []);
                if (element["initial_time"] is { } time && !TimeOnly.TryParseExact((string)time!, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)) rules.Fault($"the time {time}");
                break;
            case "number_input" when isInput:
                rules.Keys(element, ["type", "action_id", "is_decimal_allowed", "min_value", "max_value", "initial_value"], ["is_decimal_allowed"]);
                if (element["initial_value"] is { } value && (Number(value) < Number(element["min_value"]) || Number(value) > Number(element["max_value"]))) rules.Fault($"the number {value}");
                break;
            case "plain_text_input" when isInput:
                rules.Keys(element, ["type", "action_id", "placeholder", "max_length", "multiline", "initial_value"], []);
                if (element["initial_value"] is { } initial) rules.Text((string?)initial, Math.Min(3_000, (int)element["max_length"]!), "initial_value");
                break;
            default:
                rules.Fault($"an element of type {type}");
                break;
        }
    }

    private static long Number(JsonNode? value) => long.Parse((string)value!, System.Globalization.CultureInfo.InvariantCulture);

    private void Button(JsonObject button)
    {
        rules.Keys(button, ["type", "action_id", "text", "value", "url", "accessibility_label", "style", "confirm"], ["text"]);
        rules.TextObject(button["text"]!.AsObject(), 75, isPlain: true);
        if (button["value"] is { } value) rules.Text((string?)value, 2_000, "value");
        if (button["url"] is { } url) rules.Address((string?)url, Uri.UriSchemeHttp, Uri.UriSchemeHttps);
        if (button["accessibility_label"] is { } label) rules.Text((string?)label, 75, "accessibility_label");
        if (button["confirm"] is not JsonObject confirm) return;
        rules.Keys(confirm, ["title", "text", "confirm", "deny", "style"], ["title", "text", "confirm", "deny"]);
        rules.TextObject(confirm["title"]!.AsObject(), 100, isPlain: true);
        rules.TextObject(confirm["text"]!.AsObject(), 300);
        rules.TextObject(confirm["confirm"]!.AsObject(), 30, isPlain: true);
        rules.TextObject(confirm["deny"]!.AsObject(), 30, isPlain: true);
    }

    private void Options(JsonObject element, int most)
    {
        var options = rules.Some(element["options"], most).ToList();
        if (options.Select(one => (string?)one["value"]).Distinct().Count() != options.Count) rules.Fault("an option twice");
        foreach (var option in options)
        {
            rules.Keys(option, ["text", "value", "description"], ["text", "value"]);
            rules.TextObject(option["text"]!.AsObject(), 75, isPlain: true);
            rules.Text((string?)option["value"], 75, "option value");
            if (option["description"] is JsonObject more) rules.TextObject(more, 75, isPlain: true);
        }

        var chosen = element["initial_option"] is JsonObject one ? [one] : element["initial_options"] is { } some ? rules.Some(some, most).ToList() : [];
        if (chosen.Any(choice => !options.Any(option => JsonNode.DeepEquals(option, choice)))) rules.Fault("what is chosen is no option");
    }
}
