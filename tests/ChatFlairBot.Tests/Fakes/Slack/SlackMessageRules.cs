using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What a message must be before it is stored: something to say, not too long, blocks and metadata in order.</summary>
internal static class SlackMessageRules
{
    private const int LongestText = 40_000;

    // About 13,200 characters were refused in slackapi/bolt-js #2509; no page gives the number.
    private const int LongestBlocks = 13_000;

    public static JsonObject? Refusal(SlackCall call)
    {
        if (Refusal(call["text"], call.Has("blocks") ? call["blocks"] : null) is { } refusal) return refusal;
        return call.Has("metadata") && SlackMetadataRules.Fault(call["metadata"]) is { } fault ? SlackJson.Refused(fault) : null;
    }

    public static JsonObject? Refusal(string text, string? blocks)
    {
        JsonNode? parsed = null;
        if (blocks is not null && (!SlackJson.TryParse(blocks, out parsed) || parsed is not JsonArray)) return SlackJson.Refused("invalid_blocks_format");
        var list = parsed as JsonArray ?? [];
        if (text.Length == 0 && list.Count == 0) return SlackJson.Refused("no_text");
        if (text.Length > LongestText) return SlackJson.Refused("msg_too_long");
        if (SlackBlockRules.ForMessage(list) is { Count: > 0 } faults) return SlackJson.Refused("invalid_blocks", faults);
        return list.ToJsonString(SlackViews.Relaxed).Length > LongestBlocks ? SlackJson.Refused("msg_blocks_too_long") : null;
    }
}
