using System.Text.Json.Nodes;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>Fields in which something is chosen (docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class Choices
{
    /// <summary>Any of at most ten.</summary>
    public static JsonObject Checkboxes(string action, IReadOnlyList<FormChoice> choices, Func<FormChoice, bool> isChosen) => Many("checkboxes", action, choices, isChosen);

    /// <summary>Any of at most a hundred.</summary>
    public static JsonObject Menu(string action, string placeholder, IReadOnlyList<FormChoice> choices, Func<FormChoice, bool> isChosen) =>
        Kit.With(Many("multi_static_select", action, choices, isChosen), "placeholder", Kit.Plain(placeholder));

    /// <summary>One of at most ten, all in sight.</summary>
    public static JsonObject Radio(string action, IReadOnlyList<FormChoice> choices, string? chosen) => One("radio_buttons", action, choices, chosen);

    /// <summary>One of at most a hundred.</summary>
    public static JsonObject Select(string action, IReadOnlyList<FormChoice> choices, string? chosen) => One("static_select", action, choices, chosen);

    private static JsonObject Many(string type, string action, IReadOnlyList<FormChoice> choices, Func<FormChoice, bool> isChosen)
    {
        var element = Element(type, action, choices);
        // What is chosen has to be the same as an option, and an empty list is refused.
        var chosen = choices.Where(isChosen).ToList();
        return chosen.Count > 0 ? Kit.With(element, "initial_options", Kit.Array(chosen.Select(Option))) : element;
    }

    private static JsonObject One(string type, string action, IReadOnlyList<FormChoice> choices, string? chosen) =>
        Kit.With(Element(type, action, choices), "initial_option", choices.FirstOrDefault(choice => choice.Value == chosen) is { } one ? Option(one) : null);

    private static JsonObject Element(string type, string action, IReadOnlyList<FormChoice> choices) =>
        new() { ["type"] = type, ["action_id"] = action, ["options"] = Kit.Array(choices.Select(Option)) };

    private static JsonObject Option(FormChoice choice)
    {
        var text = SlackText.Line(choice.Text, SlackLimits.Label);
        var option = new JsonObject { ["text"] = Kit.Plain(text.Length > 0 ? text : choice.Value), ["value"] = choice.Value };
        return Kit.With(option, "description", choice.Description is { } more ? Kit.Plain(SlackText.Line(more, SlackLimits.Label)) : null);
    }
}
