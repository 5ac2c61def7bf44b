using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The two shapes that every Web API answer has: faults of the API come with HTTP 200 too.</summary>
internal static class SlackJson
{
    public static JsonObject Ok() => new() { ["ok"] = true };

    public static JsonObject Refused(string error) => new() { ["ok"] = false, ["error"] = error };

    /// <summary>A refusal that tells what is wrong and where, as the Block Kit checks do.</summary>
    public static JsonObject Refused(string error, IReadOnlyList<string> faults) => new()
    {
        ["ok"] = false,
        ["error"] = error,
        ["errors"] = new JsonArray([.. faults.Select(fault => (JsonNode)fault)]),
        ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. faults.Select(fault => (JsonNode)$"[ERROR] {fault}")]) },
    };

    public static bool TryParse(string text, out JsonNode? node)
    {
        node = null;
        try
        {
            node = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
