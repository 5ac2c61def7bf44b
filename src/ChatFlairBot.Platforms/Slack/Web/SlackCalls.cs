using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Platforms.Slack.Install;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>Calls in the name of a workspace. A workspace that took its access back is noticed at any of them.</summary>
internal sealed class SlackCalls(SlackWeb web, SlackWorkspaces workspaces)
{
    /// <summary>How often reading is tried in all; it does no harm twice.</summary>
    private const int ReadTries = 3;

    /// <param name="workspace">The key of a workspace.</param>
    /// <param name="method">Which.</param>
    /// <param name="fields">Texts; nested values are JSON.</param>
    /// <param name="token">Ends the call.</param>
    public async Task<SlackAnswer> CallAsync(string workspace, SlackMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken token)
    {
        if (await workspaces.TokenOfAsync(workspace, token) is not { } bearer) return new SlackAnswer.Error("account_inactive", "The bot is not installed there.");
        var answer = await web.CallAsync(method.Name, bearer, fields, token);
        if (answer.IsRevoked()) await workspaces.RevokedAsync(workspace, bearer, token);
        return answer;
    }

    /// <summary>A call that only reads, tried again when no answer came.</summary>
    public async Task<SlackAnswer> ReadAsync(string workspace, SlackMethod method, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken token)
    {
        var answer = await CallAsync(workspace, method, fields, token);
        for (var tries = 1; tries < ReadTries && answer is SlackAnswer.Broken; tries++) answer = await CallAsync(workspace, method, fields, token);
        return answer;
    }

    /// <summary>Text, blocks, and nothing that unfolds: of links only <c>unfurl_links</c> and <c>unfurl_media</c> together keep Slack from it.</summary>
    public static List<KeyValuePair<string, string>> MessageFields(string channel, SlackMessage message) =>
    [
        SlackWeb.Field("channel", channel),
        SlackWeb.Field("text", message.Text),
        SlackWeb.Field("blocks", message.BlocksText),
        SlackWeb.Field("unfurl_links", "false"),
        SlackWeb.Field("unfurl_media", "false"),
    ];

    public Task<SlackAnswer> ViewAsync(string workspace, SlackMethod method, JsonNode view, KeyValuePair<string, string> target, CancellationToken token) =>
        CallAsync(workspace, method, [target, SlackWeb.Field("view", SlackMessage.Sent(view))], token);
}
