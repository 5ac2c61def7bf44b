using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>What Teams takes (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages, .../task-modules-and-cards/cards/cards-format).</summary>
/// <remarks>
/// Pages of different years name 100, 40 and 28 KB for a message, counted as UTF-16; under the smallest none of them matters.
/// </remarks>
internal static class TeamsLimits
{
    /// <summary>A whole message, in bytes.</summary>
    public const int Message = 28 * 1024;

    /// <summary>A card, in bytes: the rest of a message is its addresses, its summary and what surrounds them.</summary>
    public const int Card = 24_000;

    /// <summary>The text beside a card, in bytes: Teams shows some 200 characters in a notification.</summary>
    public const int Summary = 1_200;

    /// <summary>Whose cards refresh by themselves, at most (.../universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards).</summary>
    public const int Refreshed = 60;

    /// <summary>What a preview in a list of search results shows of a text.</summary>
    public const int Preview = 200;

    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes that a payload takes however it is written and whoever counts: escaped to ASCII, or as UTF-16.</summary>
    public static int Size(JsonNode node) => Math.Max(node.ToJsonString().Length, 2 * node.ToJsonString(Short).Length);
}
