using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>Changes a refresh token for the next pair (docs.slack.dev/authentication/using-token-rotation).</summary>
internal sealed class TokenRotation(SlackWeb web, SlackOptions options, TimeProvider time)
{
    /// <returns>Null when Slack gave none.</returns>
    public async Task<RenewedTokens?> RenewAsync(string refresh, CancellationToken token)
    {
        var answer = await web.CallAsync(
            SlackMethod.Exchange.Name,
            bearer: null,
            [
                SlackWeb.Field("client_id", options.ClientId ?? ""), SlackWeb.Field("client_secret", options.ClientSecret ?? ""),
                SlackWeb.Field("grant_type", "refresh_token"), SlackWeb.Field("refresh_token", refresh),
            ],
            token);
        return answer is SlackAnswer.Ok { Body: var body } && body.Text("access_token") is { } access
            ? new RenewedTokens(new SlackTokens(access, body.Text("refresh_token")), ExpiryOf(body, time))
            : null;
    }

    /// <summary>When a token of an answer ends; null when it does not.</summary>
    public static DateTimeOffset? ExpiryOf(System.Text.Json.JsonElement body, TimeProvider time) =>
        body.At("expires_in") is { ValueKind: System.Text.Json.JsonValueKind.Number } seconds && seconds.TryGetInt64(out var left) && left is > 0 and < 31_536_000 ? time.GetUtcNow().AddSeconds(left) : null;
}

/// <summary>The next pair of tokens, and when the first of them ends.</summary>
internal sealed record RenewedTokens(SlackTokens Tokens, DateTimeOffset? ExpiresAt);
