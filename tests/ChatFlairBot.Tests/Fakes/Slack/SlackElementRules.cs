namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The parts of a block that people operate (docs.slack.dev/reference/block-kit/block-elements), and where each may stand.</summary>
internal static class SlackElementRules
{
    private static readonly string[] Selects = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
    private static readonly string[] Times = ["datepicker", "timepicker", "datetimepicker"];
    private static readonly string[] Boxes = ["checkboxes", "radio_buttons"];
    private static readonly string[] Manys = [.. Selects.Select(one => $"multi_{one}")];
    private static readonly string[] Inputs = ["plain_text_input", "number_input", "email_text_input", "url_text_input"];

    public static readonly string[] InActions = ["button", "overflow", .. Selects, .. Times, .. Boxes];
    public static readonly string[] InSection = ["button", "overflow", "image", .. Selects, .. Manys, "datepicker", "timepicker", .. Boxes];
    public static readonly string[] InInput = [.. Inputs, .. Selects, .. Manys, .. Times, .. Boxes];

    public static void Check(BlockReader element)
    {
        switch (element.Type)
        {
            case "button":
                Button(element);
                break;
            case "image":
                SlackBlockRules.ImageSelf(element);
                break;
            case "overflow":
                SlackOptionRules.Options(element, "options", 1, 5, plainOnly: true, withUrl: true);
                SlackOptionRules.Confirm(element);
                break;
            case "checkboxes" or "radio_buttons":
                SlackOptionRules.Boxes(element);
                break;
            case var type when Times.Contains(type):
                Time(element);
                break;
            case var type when Inputs.Contains(type):
                Typed(element);
                break;
            default:
                SlackOptionRules.Select(element);
                break;
        }
    }

    private static void Button(BlockReader button)
    {
        button.Text("text", 75, required: true);
        button.String("value", 2_000);
        button.Url("url", 3_000);
        button.OneOf("style", "primary", "danger");
        button.String("accessibility_label", 75);
        SlackOptionRules.Confirm(button);
    }

    private static void Time(BlockReader picker)
    {
        picker.Skip("initial_date", "initial_time", "initial_date_time", "timezone");
        if (picker.Type != "datetimepicker") picker.Text("placeholder", 150);
        picker.Bool("focus_on_load");
        SlackOptionRules.Confirm(picker);
    }

    private static void Typed(BlockReader input)
    {
        input.Text("placeholder", 150);
        input.Bool("focus_on_load");
        input.Skip("dispatch_action_config");
        input.String("initial_value", 3_000);
        if (input.Type == "number_input") Numeric(input);
        if (input.Type != "plain_text_input") return;
        input.Bool("multiline");
        var min = input.Number("min_length", 0, 3_000);
        var max = input.Number("max_length", 1, 3_000);
        if (min > max) input.Fault("min_length must not be greater than max_length", "/min_length");
    }

    private static void Numeric(BlockReader input)
    {
        if (!input.Has("is_decimal_allowed")) input.Fault("missing required field: is_decimal_allowed");
        input.Bool("is_decimal_allowed");
        input.String("min_value", 255);
        input.String("max_value", 255);
    }
}
