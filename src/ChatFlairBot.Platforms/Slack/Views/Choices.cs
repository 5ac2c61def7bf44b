using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>Something to choose.</summary>
/// <param name="Value">What comes back: 1 to 75 characters.</param>
/// <param name="Text">What is read.</param>
/// <param name="Description">A second line, in small print.</param>
internal sealed record Choice(string Value, string Text, string? Description = null);

/// <summary>Fields in which something is chosen (docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class Choices
{
    /// <summary>Any of at most ten.</summary>
    public static JsonObject Checkboxes(string action, IReadOnlyList<Choice> choices, Func<Choice, bool> isChosen) => Many("checkboxes", action, choices, isChosen);

    /// <summary>Any of at most a hundred.</summary>
    public static JsonObject Menu(string action, string placeholder, IReadOnlyList<Choice> choices, Func<Choice, bool> isChosen) =>
        Kit.With(Many("multi_static_select", action, choices, isChosen), "placeholder", Kit.Plain(placeholder));

    /// <summary>One of at most ten, all in sight.</summary>
    public static JsonObject Radio(string action, IReadOnlyList<Choice> choices, string? chosen) => One("radio_buttons", action, choices, chosen);

    /// <summary>One of at most a hundred.</summary>
    public static JsonObject Select(string action, IReadOnlyList<Choice> choices, string? chosen) => One("static_select", action, choices, chosen);

    private static JsonObject Many(string type, string action, IReadOnlyList<Choice> choices, Func<Choice, bool> isChosen)
    {
        var element = Element(type, action, choices);
        // What is chosen has to be the same as an option, and an empty list is refused.
        var chosen = choices.Where(isChosen).ToList();
        return chosen.Count > 0 ? Kit.With(element, "initial_options", Kit.Array(chosen.Select(Option))) : element;
    }

    private static JsonObject One(string type, string action, IReadOnlyList<Choice> choices, string? chosen) =>
        Kit.With(Element(type, action, choices), "initial_option", choices.FirstOrDefault(choice => choice.Value == chosen) is { } one ? Option(one) : null);

    private static JsonObject Element(string type, string action, IReadOnlyList<Choice> choices) =>
        new() { ["type"] = type, ["action_id"] = action, ["options"] = Kit.Array(choices.Select(Option)) };

    private static JsonObject Option(Choice choice)
    {
        var text = SlackText.Line(choice.Text, SlackLimits.Label);
        var option = new JsonObject { ["text"] = Kit.Plain(text.Length > 0 ? text : choice.Value), ["value"] = choice.Value };
        return Kit.With(option, "description", choice.Description is { } more ? Kit.Plain(SlackText.Line(more, SlackLimits.Label)) : null);
    }
}
