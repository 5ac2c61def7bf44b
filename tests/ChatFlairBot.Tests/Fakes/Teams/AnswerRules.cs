using System.Net;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What a client of Teams can make nothing of in a bot's answer is written down.</summary>
internal static class AnswerRules
{
    // learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling: cards up to 1.3.
    private static readonly Version NewestUnfurled = new(1, 3);
    private static readonly Version Newest = new(1, 5);

    // learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards, "Response format".
    public static void LookAtCard(FakeConnector teams, TeamsDelivery delivery)
    {
        var answer = delivery.Json as JsonObject;
        var type = (string?)answer?["type"];
        if (delivery.Status != HttpStatusCode.OK || answer?["statusCode"] is null) teams.AddFault($"adaptiveCard/action: the answer {(int)delivery.Status} {delivery.Body} is none");
        else if (type == TeamsCards.ContentType && delivery.Card is null) teams.AddFault("adaptiveCard/action: the card of the answer is none");
        else if (type is not (TeamsCards.ContentType or "application/vnd.microsoft.activity.message" or "application/vnd.microsoft.error")) teams.AddFault($"adaptiveCard/action: an answer of type {type}");
        foreach (var fault in delivery.Card is { } card ? ActivityRules.CardFaults(card, Newest) : []) teams.AddFault($"adaptiveCard/action: {fault}");
    }

    // learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
    public static void LookAtExtension(FakeConnector teams, TeamsDelivery delivery, bool isLink)
    {
        // Nothing to show for a link is an empty answer.
        if (isLink && delivery is { Status: HttpStatusCode.OK, Body.Length: 0 or 2 }) return;
        var name = (string)delivery.Activity["name"]!;
        var extension = delivery.Json?["composeExtension"] as JsonObject;
        var type = (string?)extension?["type"];
        if (delivery.Status != HttpStatusCode.OK || extension is null) teams.AddFault($"{name}: the answer {(int)delivery.Status} {delivery.Body} is none");
        else if (type is not ("result" or "message" or "auth" or "config")) teams.AddFault($"{name}: an answer of type {type}");
        else if (type == "message" && extension["text"] is null) teams.AddFault($"{name}: a message without text");
        else if (type == "result" && (string?)extension["attachmentLayout"] is not ("list" or "grid")) teams.AddFault($"{name}: no attachmentLayout");
        foreach (var attachment in TeamsCards.Attachments(extension ?? []).Where(one => (string?)one["contentType"] == TeamsCards.ContentType))
        {
            if ((string?)attachment["preview"]?["contentType"] is not ("application/vnd.microsoft.card.thumbnail" or "application/vnd.microsoft.card.hero")) teams.AddFault($"{name}: an Adaptive Card has no preview");
            foreach (var fault in attachment["content"] is JsonObject card ? ActivityRules.CardFaults(card, isLink ? NewestUnfurled : Newest) : ["an Adaptive Card is none"]) teams.AddFault($"{name}: {fault}");
        }
    }
}
