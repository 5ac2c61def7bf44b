using System.Text;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>oauth.v2.access: codes and refresh tokens become bot tokens (docs.slack.dev/reference/methods/oauth.v2.access).</summary>
internal static class OAuthMethods
{
    public const int RotatingSeconds = 43_200;

    /// <summary>Of two rotating tokens both live until the older one expires; a third ends the first (docs.slack.dev/authentication/using-token-rotation).</summary>
    private const int MostRotating = 2;

    public static JsonObject Access(SlackCall call)
    {
        var (id, secret) = Client(call);
        if (id != FakeSlack.ClientId) return SlackJson.Refused("invalid_client_id");
        if (secret != FakeSlack.ClientSecret) return SlackJson.Refused("bad_client_secret");
        return call["grant_type"] switch
        {
            "" or "authorization_code" => Exchange(call),
            "refresh_token" => Refresh(call),
            _ => SlackJson.Refused("invalid_grant_type"),
        };
    }

    private static JsonObject Exchange(SlackCall call)
    {
        if (!call.Slack.Codes.TryGetValue(call["code"], out var code) || !code.IsGood(call.At)) return SlackJson.Refused("invalid_code");
        if (code.RedirectUri != (call.Has("redirect_uri") ? call["redirect_uri"] : null)) return SlackJson.Refused("bad_redirect_uri");
        code.IsUsed = true;
        return Answer(call, code.Workspace.Install(code.Scopes, Expiry(call)), code.User);
    }

    private static JsonObject Refresh(SlackCall call)
    {
        var tokens = call.Slack.Workspaces.SelectMany(workspace => workspace.Tokens);
        var token = tokens.FirstOrDefault(token => token.RefreshToken is not null && token.RefreshToken == call["refresh_token"]);
        if (token is null || token.End is not null) return SlackJson.Refused("invalid_refresh_token");
        token.RefreshToken = null;
        var fresh = token.Workspace.Install(token.Scopes, call.At.AddSeconds(RotatingSeconds));
        foreach (var old in token.Workspace.Tokens.Where(one => one is { End: null, ExpiresAt: not null }).SkipLast(MostRotating)) old.End = "token_revoked";
        return Answer(call, fresh, token.Workspace.Admin.Id);
    }

    private static DateTimeOffset? Expiry(SlackCall call) => call.Slack.RotatesTokens ? call.At.AddSeconds(RotatingSeconds) : null;

    private static JsonObject Answer(SlackCall call, FakeToken token, string user)
    {
        var workspace = token.Workspace;
        var isOrganisation = call.Slack.InstallsForOrganisations;
        var answer = SlackJson.Ok();
        answer["app_id"] = FakeSlack.AppId;
        answer["authed_user"] = new JsonObject { ["id"] = isOrganisation ? $"W{user[1..]}" : user };
        answer["scope"] = string.Join(',', token.Scopes);
        answer["token_type"] = "bot";
        answer["access_token"] = token.Value;
        if (token.ExpiresAt is not null)
        {
            answer["expires_in"] = RotatingSeconds;
            answer["refresh_token"] = token.RefreshToken;
        }

        answer["bot_user_id"] = isOrganisation ? $"W{workspace.BotUserId[1..]}" : workspace.BotUserId;
        answer["team"] = isOrganisation ? null : new JsonObject { ["id"] = workspace.Id, ["name"] = workspace.Name };
        var enterprise = workspace.EnterpriseId ?? (isOrganisation ? $"E01{workspace.Domain.ToUpperInvariant()}0001" : null);
        answer["enterprise"] = enterprise is null ? null : new JsonObject { ["id"] = enterprise, ["name"] = workspace.EnterpriseName };
        answer["is_enterprise_install"] = isOrganisation;
        return answer;
    }

    /// <summary>Id and secret come as HTTP Basic or as arguments.</summary>
    private static (string Id, string Secret) Client(SlackCall call)
    {
        if (call.Basic is not { } basic) return (call["client_id"], call["client_secret"]);
        var buffer = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic, buffer, out var length)) return ("", "");
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (parts[0], parts[^1]);
    }
}
