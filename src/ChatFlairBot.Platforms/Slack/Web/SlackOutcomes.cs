using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Inbound;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>What Slack's error strings mean for a card (docs.slack.dev/reference/methods/chat.postMessage, "Errors").</summary>
internal static class SlackOutcomes
{
    /// <summary>The workspace took the bot's access back.</summary>
    private static readonly string[] Revoked = ["token_revoked", "account_inactive", "invalid_auth", "not_authed", "team_access_not_granted", "team_not_found"];

    /// <summary>The channel is gone, or closed for the bot.</summary>
    private static readonly Dictionary<string, string> Closed = new(StringComparer.Ordinal)
    {
        ["channel_not_found"] = "Slack knows no such channel, or it is private and the bot is not in it: /invite it.",
        ["not_in_channel"] = "The bot is not in that channel: /invite it.",
        ["is_archived"] = "The channel is archived.",
        ["missing_scope"] = "The bot lacks a permission there; install it again.",
        ["token_expired"] = "The bot's token has ended and could not be renewed; install it again.",
        ["ekm_access_denied"] = "The organisation's administrators suspended posting.",
        ["org_login_required"] = "The workspace is being moved into an organisation.",
        ["user_not_found"] = "Slack knows no such member.",
    };

    /// <summary>Nobody will ever take this card.</summary>
    private static readonly string[] Malformed =
    [
        "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long", "no_text", "invalid_metadata_format", "invalid_metadata_schema", "metadata_too_large",
        "metadata_must_be_sent_from_app", "too_many_attachments", "invalid_arguments", "invalid_arg_name", "cant_update_message", "edit_window_closed",
    ];

    /// <summary>Slack says of these that some part may have been done before they were raised.</summary>
    private static readonly string[] Unclear = ["internal_error", "fatal_error"];

    /// <summary>Whether the workspace itself is closed for the bot.</summary>
    public static bool IsRevoked(this SlackAnswer answer) => answer is SlackAnswer.Error { Code: var code } && Revoked.Contains(code, StringComparer.Ordinal);

    /// <param name="answer">Of a method that posts, changes or deletes a message.</param>
    /// <param name="messageId">What to call it when Slack does not say.</param>
    public static PostOutcome Of(SlackAnswer answer, string messageId = "") => answer switch
    {
        SlackAnswer.Ok ok => new PostOutcome.Posted(ok.Body.Text("ts") ?? messageId),
        SlackAnswer.RateLimited limited => new PostOutcome.Later("Slack asks to wait.", limited.After),
        SlackAnswer.Broken { MayHaveArrived: true } broken => new PostOutcome.Uncertain(broken.Reason),
        SlackAnswer.Broken broken => new PostOutcome.Later(broken.Reason),
        SlackAnswer.Error error => Of(error),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    private static PostOutcome Of(SlackAnswer.Error error)
    {
        var said = error.Detail is null ? error.Code : $"{error.Code}: {error.Detail}";
        if (Closed.TryGetValue(error.Code, out var meaning)) return new PostOutcome.Gone($"{meaning} ({said})");
        if (Revoked.Contains(error.Code, StringComparer.Ordinal)) return new PostOutcome.Gone($"The workspace took the bot's access back; install it again. ({said})");
        if (error.Code.StartsWith("restricted_action", StringComparison.Ordinal) || error.Code.StartsWith("slack_connect", StringComparison.Ordinal)) return new PostOutcome.Gone($"The workspace lets nobody like the bot post there. ({said})");
        if (Malformed.Contains(error.Code, StringComparer.Ordinal)) return new PostOutcome.Refused($"Slack refuses the card. ({said})");
        return Unclear.Contains(error.Code, StringComparer.Ordinal) ? new PostOutcome.Uncertain($"Slack failed. ({said})") : new PostOutcome.Later($"Slack does not take it now. ({said})");
    }
}
