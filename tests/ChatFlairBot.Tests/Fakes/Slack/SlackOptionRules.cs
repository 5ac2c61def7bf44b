namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Choices: options, their groups, and the question that confirms one (docs.slack.dev/reference/block-kit/composition-objects).</summary>
internal static class SlackOptionRules
{
    public static IReadOnlyList<BlockReader> Options(BlockReader element, string field, int min, int max, bool plainOnly, bool withUrl = false, bool required = true)
    {
        var options = element.Items(field, min, max, required);
        foreach (var option in options) Option(option, plainOnly, withUrl);
        return options;
    }

    public static void Boxes(BlockReader element)
    {
        var options = Options(element, "options", 1, 10, plainOnly: false);
        element.Bool("focus_on_load");
        Confirm(element);
        if (element.Type == "checkboxes") AreAmong(options, element.Items("initial_options", 1, 10, required: false));
        else IsAmong(options, element.Object("initial_option"));
    }

    public static void Select(BlockReader element)
    {
        var isMany = element.Type.StartsWith("multi_", StringComparison.Ordinal);
        element.Text("placeholder", 150);
        element.Bool("focus_on_load");
        Confirm(element);
        if (isMany) element.Number("max_selected_items", 1, int.MaxValue);
        if (!element.Type.EndsWith("static_select", StringComparison.Ordinal))
        {
            element.Skip("initial_user", "initial_users", "initial_channel", "initial_channels", "initial_conversation", "initial_conversations");
            element.Skip("initial_option", "initial_options", "filter", "default_to_current_conversation", "response_url_enabled", "min_query_length");
            return;
        }

        if (element.Has("options") == element.Has("option_groups")) element.Fault("must define either options or option_groups");
        var options = Options(element, "options", 1, 100, plainOnly: true, required: false).Concat(Groups(element)).ToList();
        if (isMany) AreAmong(options, element.Items("initial_options", 1, 100, required: false));
        else IsAmong(options, element.Object("initial_option"));
    }

    public static void Confirm(BlockReader element)
    {
        if (element.Object("confirm") is not { } confirm) return;
        confirm.Text("title", 100, required: true);
        confirm.Text("text", 300, plainOnly: false, required: true);
        confirm.Text("confirm", 30, required: true);
        confirm.Text("deny", 30, required: true);
        confirm.OneOf("style", "primary", "danger");
        confirm.Close();
    }

    private static List<BlockReader> Groups(BlockReader element)
    {
        var options = new List<BlockReader>();
        foreach (var group in element.Items("option_groups", 1, 100, required: false))
        {
            group.Text("label", 75, required: true);
            options.AddRange(Options(group, "options", 1, 100, plainOnly: true));
            group.Close();
        }

        return options;
    }

    private static void Option(BlockReader option, bool plainOnly, bool withUrl)
    {
        option.Text("text", 75, plainOnly, required: true);
        option.String("value", 150, required: true, min: 1);
        option.Text("description", 75, plainOnly);
        if (withUrl) option.Url("url", 3_000);
        option.Close();
    }

    private static void AreAmong(IReadOnlyList<BlockReader> options, IReadOnlyList<BlockReader> chosen)
    {
        foreach (var one in chosen) IsAmong(options, one);
    }

    private static void IsAmong(IReadOnlyList<BlockReader> options, BlockReader? chosen)
    {
        if (chosen is not null && !options.Any(chosen.IsSameAs)) chosen.Fault("the initial option is not among the options");
    }
}
