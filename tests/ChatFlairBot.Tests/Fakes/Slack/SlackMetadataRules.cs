using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Message metadata: a type and flat values, with one level below them at most (docs.slack.dev/messaging/message-metadata).</summary>
internal static class SlackMetadataRules
{
    // No page gives the number.
    private const int Longest = 16_000;

    public static string? Fault(string metadata)
    {
        if (!SlackJson.TryParse(metadata, out var node) || node is not JsonObject fields) return "invalid_metadata_format";
        if (fields["event_type"] is not JsonValue type || type.GetValueKind() != JsonValueKind.String || type.GetValue<string>().Length == 0) return "invalid_metadata_format";
        if (fields["event_payload"] is not JsonObject payload || fields.Count != 2) return "invalid_metadata_format";
        if (payload.Any(one => !IsFlat(one.Value) && !IsFlatObject(one.Value) && !IsListOfFlatObjects(one.Value))) return "invalid_metadata_schema";
        return metadata.Length > Longest ? "metadata_too_large" : null;
    }

    private static bool IsFlat(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static bool IsFlatObject(JsonNode? value) => value is JsonObject fields && fields.All(one => IsFlat(one.Value));

    private static bool IsListOfFlatObjects(JsonNode? value) => value is JsonArray list && list.All(IsFlatObject);
}
