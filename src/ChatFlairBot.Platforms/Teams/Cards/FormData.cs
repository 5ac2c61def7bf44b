using System.Globalization;
using System.Text.Json;
using ChatFlairBot.Core.Flair.Forms;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>What a form's button brought along: its fields by their ids, beside what the button carried (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview).</summary>
internal sealed class FormData(JsonElement data) : IFormFields
{
    private const int MostChosen = 200;

    public string Channel => Text(TeamsVerbs.Channel);

    public int? SourceCount => int.TryParse(Text(TeamsVerbs.Sources), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public string Written(string field) => Text(field).Trim();

    public string? Chosen(string field) => Text(field) is { Length: > 0 } value ? value : null;

    // Several choices come in one text with commas between.
    public IReadOnlyList<string> AllChosen(string field) =>
        [.. Text(field).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostChosen).Distinct(StringComparer.Ordinal)];

    public TimeOnly? Time(string field) => TimeOnly.TryParseExact(Text(field), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    // A number comes as one from some clients, and as a text from others.
    private string Text(string name)
    {
        if (data.ValueKind is not JsonValueKind.Object || !data.TryGetProperty(name, out var value)) return "";
        if (value.ValueKind is JsonValueKind.Number) return value.GetRawText();
        if (value.ValueKind is not JsonValueKind.String) return "";
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An escape of half a surrogate pair is JSON, and no text.
            return "";
        }
    }
}
