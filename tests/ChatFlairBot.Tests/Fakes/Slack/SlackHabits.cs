using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What Slack lets pass in a message although readers suffer from it.</summary>
internal static partial class SlackHabits
{
    public static void Look(SlackCall call)
    {
        // The notification and the screen reader say the text, not the blocks (docs.slack.dev/reference/methods/chat.postMessage).
        if (call.Json("blocks") is JsonArray { Count: > 0 } && string.IsNullOrWhiteSpace(call["text"])) call.Fault("blocks without a text to fall back on");
        if (call.Has("attachments")) call.Fault("attachments are a thing of the past");
        foreach (var fault in Of(call["text"], call.Json("blocks"))) call.Fault(fault);
    }

    /// <summary>What is wrong with the marked-up texts of a message (docs.slack.dev/messaging/formatting-message-text).</summary>
    public static IEnumerable<string> Of(string text, JsonNode? blocks) => Marked(blocks).Prepend(text).SelectMany(Faults).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Faults(string text)
    {
        if (Shout().IsMatch(text)) yield return "it notifies everybody";
        if (BareAmpersand().IsMatch(text)) yield return "an ampersand is not escaped";
        if (BareAngle().IsMatch(text)) yield return "an angle bracket is not escaped";
    }

    private static IEnumerable<string> Marked(JsonNode? node) => node switch
    {
        JsonObject fields when (string?)(fields["type"] as JsonValue) == "mrkdwn" && fields["text"] is JsonValue text => [text.ToString()],
        JsonObject fields => fields.SelectMany(field => Marked(field.Value)),
        JsonArray list => list.SelectMany(Marked),
        _ => [],
    };

    [GeneratedRegex("<!(?:channel|here|everyone|subteam)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shout();

    // Exactly three characters are escaped.
    [GeneratedRegex("&(?!amp;|lt;|gt;)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BareAmpersand();

    [GeneratedRegex("<(?![@#!]|https?://|mailto:|tel:)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BareAngle();
}
