using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Asks Slack for the address of a new socket (docs.slack.dev/reference/methods/apps.connections.open).</summary>
internal sealed class SocketOpener(SlackWeb web, SlackOptions options)
{
    /// <summary>The five that Slack's own kit gives up on, and those that say that this token is no app-level token with <c>connections:write</c>.</summary>
    private static readonly string[] FinalCodes =
    [
        "not_authed", "invalid_auth", "account_inactive", "user_removed_from_team", "team_disabled",
        "token_revoked", "not_allowed_token_type", "missing_scope",
    ];

    public async Task<SocketOpening> OpenAsync(CancellationToken token) => await web.CallAsync("apps.connections.open", options.AppToken, [], token) switch
    {
        SlackAnswer.Ok ok => SocketAddress.Checked(ok.Body.Text("url"), options.ApiBaseUrl) is { } url
            ? new SocketOpening.Opened(url)
            : new SocketOpening.Later("Slack named an address for the socket that is not Slack's.", null),
        SlackAnswer.Error error when FinalCodes.Contains(error.Code, StringComparer.Ordinal) => new SocketOpening.Final(
            $"Slack refuses Slack:AppToken ({error.Code}). Make a new token with connections:write under Basic Information, App-Level Tokens, set it and start again."),
        SlackAnswer.Error error => new SocketOpening.Later($"Slack opens no socket: {error.Code}. {error.Detail}".TrimEnd(), null),
        SlackAnswer.RateLimited limited => new SocketOpening.Later("Slack was asked for sockets too often.", limited.After),
        SlackAnswer.Broken broken => new SocketOpening.Later(broken.Reason, null),
        _ => throw new InvalidOperationException("An answer of Slack that nobody knows."),
    };
}
