using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>What Slack is sent.</summary>
/// <param name="Text">Notification and screen reader; mrkdwn, escaped.</param>
/// <param name="Blocks">1 to 50 blocks.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks)
{
    // It goes into a form's field or a request's body, never into a page, so < and > need no escape that makes it longer.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The blocks as they are sent: what the limits count.</summary>
    public string BlocksText => Sent(Blocks);

    /// <summary>JSON as it is sent.</summary>
    public static string Sent(JsonNode node) => node.ToJsonString(Short);
}
