using System.Text.Json;

namespace ChatFlairBot.Platforms.Inbound;

/// <summary>Reads JSON of which nothing is certain.</summary>
internal static class LooseJson
{
    /// <returns>A field of an object that is there and not null.</returns>
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <returns>A field that is a text and not empty.</returns>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.At(name) is not { ValueKind: JsonValueKind.String } value) return null;
        try
        {
            return value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON and no text.
            return null;
        }
    }

    public static bool Flag(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.True };
}
