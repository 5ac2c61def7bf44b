using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>Changes a code for tokens and keeps the workspace (docs.slack.dev/authentication/installing-with-oauth).</summary>
internal sealed class SlackInstaller(SlackWeb web, SlackOptions options, SlackWorkspaces workspaces, TimeProvider time)
{
    /// <summary>Where Slack sends the browser back; the very same has to be told again when the code is changed.</summary>
    public Uri Callback => new(options.PublicUrl!, "slack/oauth/callback");

    public Uri Authorize(string state, string? team)
    {
        var query = QueryString([("client_id", options.ClientId!), ("scope", string.Join(',', SlackMethod.ScopesOf(options.ReadHistory))), ("state", state), ("redirect_uri", Callback.AbsoluteUri), ("team", team)]);
        return new Uri($"{options.AuthorizeUrl}?{query}");
    }

    public async Task<Installation> InstallAsync(string code, string? wanted, CancellationToken token)
    {
        var answer = await web.CallAsync(
            SlackMethod.Exchange.Name,
            bearer: null,
            [SlackWeb.Field("client_id", options.ClientId!), SlackWeb.Field("client_secret", options.ClientSecret!), SlackWeb.Field("code", code), SlackWeb.Field("redirect_uri", Callback.AbsoluteUri)],
            token);
        if (answer is not SlackAnswer.Ok { Body: var body }) return new Installation.Refused(answer is SlackAnswer.Error { Code: var error } ? error : "no_answer");
        if (body.Text("access_token") is not { } access) return new Installation.Refused("no_bot_token");
        if (body.Flag("is_enterprise_install") || body.At("team")?.Text("id") is not { } team)
        {
            await RevokeAsync(access, token);
            return new Installation.OfOrganisation(body.At("enterprise")?.Text("name"));
        }

        var (name, enterprise) = (body.At("team")?.Text("name") ?? team, body.At("enterprise")?.Text("id"));
        if ((wanted is not null && wanted != team) || !IsAllowed(team, enterprise))
        {
            // Where the bot is already, this token is that installation's own.
            if (await workspaces.OfAsync(team, null, token) is null) await RevokeAsync(access, token);
            return new Installation.Elsewhere(name);
        }

        var workspace = new Workspace(SlackOptions.Platform, team, name)
        {
            Enterprise = enterprise,
            App = body.Text("app_id"),
            Bot = body.Text("bot_user_id"),
            InstalledBy = body.At("authed_user")?.Text("id"),
            InstalledAt = time.GetUtcNow(),
            Scopes = body.Text("scope") ?? "",
            SecretExpiresAt = TokenRotation.ExpiryOf(body, time),
        };
        // The code is used up: what it brought is kept even if the browser went away.
        await workspaces.InstallAsync(workspace, new SlackTokens(access, body.Text("refresh_token")), CancellationToken.None);
        return new Installation.Done(workspace);
    }

    private bool IsAllowed(string team, string? enterprise) =>
        options.Workspaces.Count == 0 || options.Workspaces.Contains(team, StringComparer.Ordinal) || (enterprise is not null && options.Workspaces.Contains(enterprise, StringComparer.Ordinal));

    private Task<SlackAnswer> RevokeAsync(string access, CancellationToken token) => web.CallAsync(SlackMethod.Revoke.Name, access, [], token);

    private static string QueryString(IEnumerable<(string Name, string? Value)> fields) =>
        string.Join('&', fields.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
}

/// <summary>How an installation ended.</summary>
internal abstract record Installation
{
    private Installation()
    {
    }

    public sealed record Done(Workspace Workspace) : Installation;

    /// <summary>For a whole organisation, which is not supported: its workspaces install the bot one by one.</summary>
    public sealed record OfOrganisation(string? Name) : Installation;

    /// <summary>Into a workspace that was not asked for, or that may not.</summary>
    public sealed record Elsewhere(string Name) : Installation;

    /// <summary>Slack did not change the code.</summary>
    public sealed record Refused(string Error) : Installation;
}
