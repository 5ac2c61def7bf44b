using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>Finds its way in an activity's Adaptive Cards.</summary>
internal static class TeamsCards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static IEnumerable<JsonObject> Of(JsonObject activity) => Attachments(activity)
        .Where(attachment => (string?)(attachment["contentType"] as JsonValue) == ContentType).Select(attachment => attachment["content"]).OfType<JsonObject>();

    public static IEnumerable<JsonObject> Attachments(JsonObject activity) => (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Every object inside that has a type, the card itself first.</summary>
    public static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject fields => (fields["type"] is JsonValue ? [fields] : Enumerable.Empty<JsonObject>()).Concat(fields.SelectMany(field => Elements(field.Value))),
        JsonArray list => list.SelectMany(Elements),
        _ => [],
    };

    /// <summary>The button that somebody sees by this title, or that has this verb or id.</summary>
    public static JsonObject Action(JsonObject? card, string name) =>
        Elements(card).FirstOrDefault(element => Type(element).StartsWith("Action.", StringComparison.Ordinal) && (Is(element, "title", name) || Is(element, "verb", name) || Is(element, "id", name)))
        ?? throw new InvalidOperationException($"The card has no button {name}.");

    /// <summary>What a client sends along with a button: every input, as it was shown unless it was changed.</summary>
    public static JsonObject Inputs(JsonObject? card, IReadOnlyDictionary<string, string>? given)
    {
        var values = new JsonObject();
        foreach (var input in Elements(card).Where(element => Type(element).StartsWith("Input.", StringComparison.Ordinal)))
        {
            var id = (string)input["id"]!;
            var value = given?.GetValueOrDefault(id);
            if (value is not null) Check(input, value);
            values[id] = value ?? Initial(input);
            if ((bool?)input["isRequired"] == true && string.IsNullOrEmpty((string?)values[id])) throw new InvalidOperationException($"The input {id} is required; no client would send this.");
        }

        var unknown = given?.Keys.FirstOrDefault(id => !values.ContainsKey(id));
        return unknown is null ? values : throw new InvalidOperationException($"The card has no input {unknown}.");
    }

    public static string Type(JsonObject element) => (string?)(element["type"] as JsonValue) ?? "";

    private static string Initial(JsonObject input) => Type(input) == "Input.Toggle"
        ? input["value"]?.ToString() ?? input["valueOff"]?.ToString() ?? "false"
        : input["value"]?.ToString() ?? "";

    private static void Check(JsonObject input, string value)
    {
        var id = (string)input["id"]!;
        if (Type(input) == "Input.ChoiceSet")
        {
            // Several choices come as one text, with commas between them.
            var known = (input["choices"] as JsonArray ?? []).Select(choice => (string?)choice!["value"]).ToHashSet(StringComparer.Ordinal);
            string[] chosen = (bool?)input["isMultiSelect"] == true ? value.Split(',', StringSplitOptions.RemoveEmptyEntries) : [value];
            if (Array.Find(chosen, one => !known.Contains(one)) is { } unknown) throw new InvalidOperationException($"The input {id} has no choice {unknown}.");
        }
        else if (Type(input) == "Input.Toggle" && value != (input["valueOn"]?.ToString() ?? "true") && value != (input["valueOff"]?.ToString() ?? "false"))
        {
            throw new InvalidOperationException($"The input {id} can only be on or off.");
        }
        else if (input["maxLength"] is { } most && value.Length > (int)most)
        {
            throw new InvalidOperationException($"The input {id} takes {most} letters.");
        }
    }

    private static bool Is(JsonObject element, string field, string value) => (string?)(element[field] as JsonValue) == value;
}
