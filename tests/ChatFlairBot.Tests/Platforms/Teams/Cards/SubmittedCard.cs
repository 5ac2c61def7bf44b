using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

/// <summary>A form as Teams hands it back at a press of its first button: what stood in its fields beside the button's own data, unless somebody wrote something else.</summary>
internal sealed class SubmittedCard
{
    private readonly JsonObject _data;

    public SubmittedCard(JsonObject card)
    {
        _data = card["actions"]![0]!["data"]!.DeepClone().AsObject();
        // A field that is empty does not come along.
        foreach (var input in Inputs(card)) if (input["value"] is { } value) _data[(string)input["id"]!] = value.GetValueKind() is JsonValueKind.String ? value.DeepClone() : value.ToJsonString();
    }

    public SubmittedCard Write(string field, string text)
    {
        if (text.Length > 0) _data[field] = text;
        else _data.Remove(field);
        return this;
    }

    public JsonElement Json() => JsonElement.Parse(_data.ToJsonString());

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(field => field.Value).SelectMany(Inputs).Concat(((string?)(one["type"] as JsonValue) ?? "").StartsWith("Input.", StringComparison.Ordinal) ? [one] : []),
        JsonArray all => all.SelectMany(Inputs),
        _ => [],
    };
}
