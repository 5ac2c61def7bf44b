using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>auth.*, team.info and apps.*: what a token is and how it ends.</summary>
internal static class AccountMethods
{
    public static JsonObject Test(SlackCall call)
    {
        var answer = SlackJson.Ok();
        answer["url"] = $"https://{call.Workspace.Domain}.slack.com/";
        answer["team"] = call.Workspace.Name;
        answer["user"] = "chatflair";
        answer["team_id"] = call.Workspace.Id;
        answer["user_id"] = call.Workspace.BotUserId;
        answer["bot_id"] = call.Workspace.BotId;
        if (call.Workspace.EnterpriseId is { } enterprise) answer["enterprise_id"] = enterprise;
        answer["is_enterprise_install"] = call.Slack.InstallsForOrganisations;
        return answer;
    }

    public static JsonObject Revoke(SlackCall call)
    {
        var answer = SlackJson.Ok();
        answer["revoked"] = !call.Flag("test");
        if (!call.Flag("test")) call.Token!.End = "token_revoked";
        return answer;
    }

    public static JsonObject Team(SlackCall call)
    {
        if (call.Has("team") && call["team"] != call.Workspace.Id) return SlackJson.Refused("team_not_found");
        var answer = SlackJson.Ok();
        answer["team"] = new JsonObject
        {
            ["id"] = call.Workspace.Id,
            ["name"] = call.Workspace.Name,
            ["url"] = $"https://{call.Workspace.Domain}.slack.com/",
            ["domain"] = call.Workspace.Domain,
            ["email_domain"] = "example.com",
            ["icon"] = new JsonObject { ["image_default"] = true, ["image_68"] = "https://example.com/team_68.png" },
        };
        if (call.Workspace.EnterpriseId is { } enterprise) (answer["team"]!["enterprise_id"], answer["team"]!["enterprise_name"]) = (enterprise, call.Workspace.EnterpriseName);
        return answer;
    }

    /// <summary>Takes the app out of the workspace (docs.slack.dev/reference/methods/apps.uninstall).</summary>
    public static JsonObject Uninstall(SlackCall call)
    {
        if (call["client_id"] != FakeSlack.ClientId) return SlackJson.Refused("invalid_client_id");
        if (call["client_secret"] != FakeSlack.ClientSecret) return SlackJson.Refused("bad_client_secret");
        call.Workspace.Uninstall();
        return SlackJson.Ok();
    }

    /// <summary>The app-level token stands in the header or nowhere (docs.slack.dev/reference/methods/apps.connections.open).</summary>
    public static JsonObject OpenConnection(SlackCall call)
    {
        if (call.Token is not null) return SlackJson.Refused("not_allowed_token_type");
        if (call.Bearer is not { } token || call.Has("token")) return SlackJson.Refused("not_authed");
        if (!call.Slack.AppTokens.Contains(token)) return SlackJson.Refused("invalid_auth");
        if (call.Slack.OpenSocket is not { } open) return SlackJson.Refused("internal_error");
        var answer = SlackJson.Ok();
        answer["url"] = open(token).AbsoluteUri;
        return answer;
    }
}
