using System.Globalization;
using System.Text.Json;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The state of a form's fields, of which nothing is certain (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).</summary>
internal sealed class FormState(JsonElement view)
{
    private const int MostChosen = 200;

    /// <summary>What was written; empty for nothing.</summary>
    public string Written(string field) => Field(field) is { } state && Text(state, "value") is { } text ? text.Trim() : "";

    /// <summary>The value of the option chosen, or null.</summary>
    public string? Chosen(string field) => Field(field)?.At("selected_option") is { } option ? Text(option, "value") : null;

    /// <summary>The values of the options chosen.</summary>
    public IReadOnlyList<string> AllChosen(string field) => Field(field)?.At("selected_options") is { ValueKind: JsonValueKind.Array } options
        ? [.. options.EnumerateArray().Take(MostChosen).Select(option => Text(option, "value")).OfType<string>().Distinct(StringComparer.Ordinal)]
        : [];

    /// <summary>The time chosen, or null for none.</summary>
    public TimeOnly? Time(string field) =>
        Field(field) is { } state && TimeOnly.TryParseExact(Text(state, "selected_time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>What the form carried along, itself JSON.</summary>
    public JsonElement? Carried()
    {
        if (Text(view, "private_metadata") is not { } text) return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that is there and not empty.</summary>
    public static string? Text(JsonElement element, string name)
    {
        try
        {
            return element.Text(name);
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair is JSON, and no text.
            return null;
        }
    }

    private JsonElement? Field(string field) => view.At("state")?.At("values")?.At(field)?.At(field);
}
