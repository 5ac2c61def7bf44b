using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>What a form says when it was sent: nothing to fill in any more.</summary>
internal static class NoticeView
{
    public static JsonObject Build(JsonArray blocks) => new()
    {
        ["type"] = "modal",
        ["title"] = Kit.Plain("Milestones"),
        ["close"] = Kit.Plain("Close"),
        ["blocks"] = blocks,
    };
}
