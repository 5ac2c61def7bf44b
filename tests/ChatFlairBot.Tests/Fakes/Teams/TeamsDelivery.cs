using System.Net;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What came of something that Teams delivered.</summary>
/// <param name="Status">The bot's status.</param>
/// <param name="Body">The bot's answer.</param>
/// <param name="Activity">What was delivered.</param>
internal sealed record TeamsDelivery(HttpStatusCode Status, string Body, JsonObject Activity)
{
    /// <summary>The answer as JSON; null where it is none.</summary>
    public JsonNode? Json => Body.Length > 0 && Body.TrimStart()[0] is '{' or '[' ? JsonNode.Parse(Body) : null;

    /// <summary>Where in Teams it happened, to be answered there.</summary>
    public string ConversationId => (string)Activity["conversation"]!["id"]!;

    /// <summary>The card that a pressed button is answered with; null for none.</summary>
    public JsonObject? Card => (string?)Json?["type"] == TeamsCards.ContentType ? Json!["value"] as JsonObject : null;

    /// <summary>What a pressed button is answered with in words; null for none.</summary>
    public string? Said => (string?)Json?["type"] == "application/vnd.microsoft.activity.message" ? (string?)Json!["value"] : null;

    /// <summary>The Adaptive Cards that a message extension offers.</summary>
    public IReadOnlyList<JsonObject> Offered =>
        [.. (Json?["composeExtension"]?["attachments"] as JsonArray ?? []).Select(attachment => attachment?["content"]).OfType<JsonObject>()];
}
