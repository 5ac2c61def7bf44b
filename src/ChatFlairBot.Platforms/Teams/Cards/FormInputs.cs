using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair.Forms;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Fields of a form (adaptivecards.io/explorer). What somebody wrote stands in them, else what is given.</summary>
/// <param name="written">What somebody wrote; null for nothing yet.</param>
internal sealed class FormInputs(FormData? written)
{
    private const int MostWritten = 2_000;

    /// <summary>Any of a few, all in sight.</summary>
    public JsonObject Many(string id, string label, IReadOnlyList<FormChoice> choices, Func<FormChoice, bool> isChosen)
    {
        var chosen = written?.AllChosen(id) is { } values ? choices.Where(choice => values.Contains(choice.Value, StringComparer.Ordinal)) : choices.Where(isChosen);
        return Input("Input.ChoiceSet", id, label).With("isMultiSelect", true).With("style", "Expanded").With("wrap", true)
            .With("choices", Adaptive.Array(choices.Select(Choice))).With("value", Value(string.Join(',', chosen.Select(choice => choice.Value))));
    }

    /// <summary>One of a few.</summary>
    /// <param name="isOpen">Whether all are in sight.</param>
    public JsonObject One(string id, string label, IReadOnlyList<FormChoice> choices, string now, bool isOpen = false)
    {
        var chosen = written is null ? now : written.Chosen(id);
        return Input("Input.ChoiceSet", id, label).With("style", isOpen ? "Expanded" : "Compact").With("wrap", isOpen ? true : null)
            .With("choices", Adaptive.Array(choices.Select(Choice))).With("value", choices.Any(choice => choice.Value == chosen) ? chosen : null);
    }

    /// <summary>A whole number from 0.</summary>
    public JsonObject Number(string id, string label, long most, long now)
    {
        long? number = written is null ? now : long.TryParse(written.Written(id), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return Input("Input.Number", id, label).With("min", 0).With("max", most).With("value", number is { } value ? Math.Clamp(value, 0, most) : null)
            .With("errorMessage", $"A number from 0 to {most.ToString("N0", CultureInfo.InvariantCulture)}.");
    }

    /// <param name="most">How many characters.</param>
    public JsonObject Words(string id, string label, string now, string placeholder, int most, bool isLong = false)
    {
        var text = TeamsText.Within(CardText.Lines(written is null ? now : written.Written(id), Math.Min(most, MostWritten)), 5_000);
        return Input("Input.Text", id, label).With("placeholder", placeholder).With("maxLength", most).With("isMultiline", isLong ? true : null).With("value", Value(text));
    }

    public JsonObject Time(string id, string label, TimeOnly? now) =>
        Input("Input.Time", id, label).With("value", Value((written is null ? now : written.Time(id))?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""));

    /// <summary>The titles of choices read Markdown in some clients.</summary>
    public static JsonObject Choice(FormChoice choice)
    {
        var title = TeamsText.Unmarked(TeamsText.Line(choice.Description is { } more ? $"{choice.Text}: {more}" : choice.Text, 120));
        return new JsonObject { ["title"] = title.Length > 0 ? title : "–", ["value"] = choice.Value };
    }

    private static JsonObject Input(string type, string id, string label) => new() { ["type"] = type, ["id"] = id, ["label"] = label };

    private static JsonValue? Value(string text) => text.Length > 0 ? JsonValue.Create(text) : null;
}
