using System.Globalization;
using System.Text.Json;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Inbound;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The state of a form's fields, of which nothing is certain (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).</summary>
internal sealed class FormState(JsonElement view) : IFormFields
{
    private const int MostChosen = 200;

    private readonly JsonElement? _carried = Carried(view);

    public string Channel => _carried is { } carried ? Text(carried, SubscribeView.ChannelField) ?? "" : "";

    public int? SourceCount => _carried?.At(SubscribeView.SourcesField) is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var of) ? of : null;

    // Slack hands & < > back escaped, as far as anybody knows (slackapi/bolt-python, issue 513).
    public string Written(string field) => Field(field) is { } state && Text(state, "value") is { } text
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim()
        : "";

    public string? Chosen(string field) => Field(field)?.At("selected_option") is { } option ? Text(option, "value") : null;

    public IReadOnlyList<string> AllChosen(string field) => Field(field)?.At("selected_options") is { ValueKind: JsonValueKind.Array } options
        ? [.. options.EnumerateArray().Take(MostChosen).Select(option => Text(option, "value")).OfType<string>().Distinct(StringComparer.Ordinal)]
        : [];

    public TimeOnly? Time(string field) =>
        Field(field) is { } state && TimeOnly.TryParseExact(Text(state, "selected_time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    // What the form carried along is itself JSON.
    private static JsonElement? Carried(JsonElement view)
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

    // A text that is there and not empty.
    private static string? Text(JsonElement element, string name)
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
