using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Cards;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>The message extension: colleagues' flairs to put into a message, also where the bot itself is not; and profile links that show one.</summary>
internal sealed class TeamsQueries(FlairCommands commands, TeamsCards cards)
{
    /// <summary>What a list shows without scrolling long; each brings its whole card along.</summary>
    private const int Most = 8;

    private const int LongestText = 200;

    public async Task<JsonObject?> SearchAsync(TeamsActivity activity, CancellationToken token)
    {
        // There is no second page: whom the first does not show is found by writing more of the name.
        if (activity.Value.At("queryOptions")?.At("skip") is { ValueKind: JsonValueKind.Number } skip && skip.TryGetInt32(out var past) && past > 0) return Nothing();
        var asked = Asked(activity.Value);
        var found = await commands.SearchAsync(asked, Most, Request(activity), token);
        return found.Count == 0 ? Told(asked.Length > 0 ? $"Nobody whom you may see is called “{Echo.Of(asked)}”." : "Write a colleague's name.") : Results(found.Select(cards.Result));
    }

    public async Task<JsonObject?> UnfurlAsync(TeamsActivity activity, CancellationToken token) =>
        WebAddress.Of(activity.Value.Text("url")) is { } address && await commands.OfLinkAsync(address, Request(activity), token) is { } card ? Results([cards.Unfurled(card)]) : Nothing();

    /// <summary>A sentence in the place of results.</summary>
    public static JsonObject Told(string text) => new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = text } };

    public static JsonObject Nothing() => Results([]);

    private static JsonObject Results(IEnumerable<JsonObject> attachments) => new()
    {
        ["composeExtension"] = new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray([.. attachments]) },
    };

    // Asked at every key that is pressed, and in chats that the bot is not in: the asker is whom it knows from elsewhere, if at all.
    private static FlairRequest Request(TeamsActivity activity) => new(
        new Member(new MemberId(TeamsOptions.Platform, activity.Workspace, activity.From), activity.FromName ?? ""), new ChannelAddress(TeamsOptions.Platform, activity.Workspace, activity.Room), "");

    private static string Asked(JsonElement value)
    {
        if (value.At("parameters") is not { ValueKind: JsonValueKind.Array } parameters) return "";
        var written = parameters.EnumerateArray().FirstOrDefault(one => one.Text("name") != "initialRun");
        return written.ValueKind is JsonValueKind.Object && written.Text("value")?.Trim() is { Length: > 0 } text ? text.Length > LongestText ? text[..LongestText] : text : "";
    }
}
