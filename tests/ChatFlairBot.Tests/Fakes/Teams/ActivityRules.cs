using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>
/// What an activity for Teams must be (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages,
/// github.com/microsoft/Agents, specs/activity).
/// </summary>
internal static class ActivityRules
{
    // learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards: up to 1.5.
    private static readonly Version NewestCard = new(1, 5);

    private static readonly string[] Types = ["message", "typing"];

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "from", "recipient", "conversation", "replyToId", "text", "textFormat",
        "locale", "summary", "attachments", "attachmentLayout", "suggestedActions", "inputHint", "importance", "entities", "channelData", "value", "name", "deliveryMode",
    };

    private static readonly HashSet<string> AttachmentFields = new(StringComparer.Ordinal) { "contentType", "content", "contentUrl", "name", "thumbnailUrl" };

    /// <summary>Null when Teams would take it.</summary>
    public static ConnectorAnswer? Refusal(JsonObject activity)
    {
        if (activity["type"] is not JsonValue type || !Types.Contains(type.ToString(), StringComparer.Ordinal)) return ConnectorAnswer.Error("400-BadSyntax");
        if (activity["attachments"] is { } given && given is not JsonArray) return ConnectorAnswer.Error("400-BadSyntax");
        foreach (var attachment in TeamsCards.Attachments(activity))
        {
            if (attachment["contentType"] is not JsonValue) return ConnectorAnswer.BadArgument("An attachment has no contentType");
            if (attachment["content"] is not JsonObject && attachment["contentUrl"] is null) return ConnectorAnswer.BadArgument("An attachment has no content");
        }

        var cards = TeamsCards.Of(activity).ToList();
        if (cards.Exists(card => TeamsCards.Type(card) != "AdaptiveCard")) return ConnectorAnswer.BadArgument("An Adaptive Card is none");
        if (IsMessage(activity) && activity["text"] is null && TeamsCards.Attachments(activity).FirstOrDefault() is null) return ConnectorAnswer.BadArgument("The message is empty");
        return null;
    }

    /// <summary>What Teams takes and shows badly or not at all.</summary>
    public static IEnumerable<string> Faults(JsonObject activity)
    {
        foreach (var unknown in activity.Where(field => !Fields.Contains(field.Key))) yield return $"an activity has no field {unknown.Key}";
        foreach (var attachment in TeamsCards.Attachments(activity))
        {
            foreach (var unknown in attachment.Where(field => !AttachmentFields.Contains(field.Key))) yield return $"an attachment has no field {unknown.Key}";
        }

        if (IsSplit(activity)) yield return "text and an attachment come apart into two messages, and no id is answered";
        if (activity["text"] is null && TeamsCards.Of(activity).Any() && string.IsNullOrEmpty((string?)activity["summary"])) yield return "a card alone has no summary, so its notification says nothing";
        foreach (var fault in MentionFaults(activity["entities"] as JsonArray, (string?)activity["text"] ?? "", "the text")) yield return fault;
        foreach (var fault in TeamsCards.Of(activity).SelectMany(card => CardFaults(card, NewestCard))) yield return fault;
        if ((activity["suggestedActions"]?["actions"] as JsonArray)?.Count > 6) yield return "Teams shows at most six suggested actions";
    }

    /// <summary>Teams makes two messages of it, and both count.</summary>
    public static bool IsSplit(JsonObject activity) => !string.IsNullOrEmpty((string?)activity["text"]) && TeamsCards.Attachments(activity).Any();

    public static bool IsMessage(JsonObject activity) => (string?)activity["type"] == "message";

    /// <param name="card">An Adaptive Card, wherever it is shown.</param>
    /// <param name="newest">The version that may be shown there.</param>
    public static IEnumerable<string> CardFaults(JsonObject card, Version newest)
    {
        if (!Version.TryParse((string?)card["version"], out var version)) yield return "a card has no version";
        else if (version > newest) yield return $"a card is of version {version} and may be of {newest}";
        var shown = string.Concat(TeamsCards.Elements(card).Select(element => (string?)(element["text"] as JsonValue)).Append(""))
            + string.Concat(TeamsCards.Elements(card).SelectMany(element => element["facts"] as JsonArray ?? []).Select(fact => $"{fact?["title"]} {fact?["value"]}"));
        foreach (var fault in MentionFaults(card["msteams"]?["entities"] as JsonArray, shown, "the card")) yield return fault;
        // Teams shows six buttons and hides the rest behind a menu only on some clients.
        if ((card["actions"] as JsonArray)?.Count > 6) yield return "a card has more than six buttons";
        foreach (var image in TeamsCards.Elements(card).Where(element => TeamsCards.Type(element) == "Image").Select(element => (string?)element["url"] ?? ""))
        {
            if (!image.StartsWith("https://", StringComparison.Ordinal) && !image.StartsWith("data:image/", StringComparison.Ordinal)) yield return $"Teams loads no image from {image}";
        }
    }

    private static IEnumerable<string> MentionFaults(JsonArray? entities, string shown, string where)
    {
        var mentions = (entities ?? []).OfType<JsonObject>().Where(entity => (string?)entity["type"] == "mention").ToList();
        foreach (var mention in mentions)
        {
            var text = (string?)mention["text"] ?? "";
            if (text.Length == 0 || !shown.Contains(text, StringComparison.Ordinal)) yield return $"the mention {text} is not in {where}";
            if (string.IsNullOrEmpty((string?)mention["mentioned"]?["id"])) yield return $"the mention {text} is of nobody";
        }

        var known = mentions.Select(mention => (string?)mention["text"] ?? "").ToList();
        for (var at = shown.IndexOf("<at>", StringComparison.Ordinal); at >= 0; at = shown.IndexOf("<at>", at + 1, StringComparison.Ordinal))
        {
            if (!known.Exists(text => text.Length > 0 && shown.AsSpan(at).StartsWith(text))) yield return $"an <at> of {where} has no entity";
        }
    }
}
