using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The page on which an admin lets an app into a workspace (docs.slack.dev/authentication/installing-with-oauth).</summary>
internal sealed class AuthorizePage(FakeSlack slack)
{
    /// <summary>Bot scopes that a bot of this kind may meet (docs.slack.dev/reference/scopes).</summary>
    private static readonly string[] KnownScopes =
    [
        "commands", "chat:write", "chat:write.public", "chat:write.customize", "users:read", "users:read.email", "team:read", "channels:read", "channels:history",
        "channels:join", "groups:read", "groups:history", "im:read", "im:write", "im:history", "mpim:read", "mpim:history", "mpim:write", "app_mentions:read",
        "links:read", "links:write", "reactions:read", "reactions:write", "files:read", "files:write", "users.profile:read", "metadata.message:read", "incoming-webhook",
    ];

    public IResult Show(HttpContext context)
    {
        var query = context.Request.Query;
        var redirect = query["redirect_uri"].ToString();
        if (Fault(query, redirect) is { } fault) return Page(StatusCodes.Status400BadRequest, $"<h1>Something went wrong</h1><p id=\"error\">{fault}</p>");
        var options = string.Concat(slack.Workspaces.Select(
            workspace => $"<option value=\"{workspace.Id}\"{(query["team"] == workspace.Id ? " selected" : "")}>{Html(workspace.Name)}</option>"));
        var scopes = string.Concat(Scopes(query["scope"].ToString()).Select(scope => $"<li>{Html(scope)}</li>"));
        return Page(StatusCodes.Status200OK, $"""
            <h1>ChatFlair is requesting permission to access a Slack workspace</h1>
            <ul id="scopes">{scopes}</ul>
            <form method="post" action="/oauth/v2/decide">
            <label>Workspace <select name="team">{options}</select></label>
            <input type="hidden" name="scope" value="{Html(query["scope"].ToString())}"><input type="hidden" name="state" value="{Html(query["state"].ToString())}">
            <input type="hidden" name="redirect_uri" value="{Html(redirect)}">
            <button name="decision" value="cancel">Cancel</button> <button name="decision" value="allow">Allow</button>
            </form>
            """);
    }

    public async Task<IResult> DecideAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var redirect = form["redirect_uri"].ToString();
        var workspace = slack.Workspaces.FirstOrDefault(workspace => workspace.Id == form["team"]);
        if (workspace is null || !IsRegistered(redirect)) return Page(StatusCodes.Status400BadRequest, "<p id=\"error\">invalid_team</p>");
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (form["decision"] == "allow") answer["code"] = slack.Authorize(workspace, Scopes(form["scope"].ToString()), redirect.Length > 0 ? redirect : null);
        else answer["error"] = "access_denied";
        answer["state"] = form["state"].ToString();
        return Results.Redirect(QueryHelpers.AddQueryString(redirect.Length > 0 ? redirect : slack.RedirectUris[0].AbsoluteUri, answer));
    }

    private string? Fault(IQueryCollection query, string redirect) => query switch
    {
        _ when query["client_id"] != FakeSlack.ClientId => "invalid_client_id",
        _ when !IsRegistered(redirect) => "bad_redirect_uri",
        _ when Scopes(query["scope"].ToString()).Length == 0 => "no_scopes",
        _ when Scopes(query["scope"].ToString()).Except(KnownScopes, StringComparer.Ordinal).Any() => "invalid_scope",
        _ => null,
    };

    /// <summary>It must begin with one that the app's settings list, and have no fragment; left out, the first of them is meant.</summary>
    private bool IsRegistered(string redirect) => redirect.Length == 0
        ? slack.RedirectUris.Count > 0
        : !redirect.Contains('#', StringComparison.Ordinal) && slack.RedirectUris.Any(one => redirect.StartsWith(one.OriginalString, StringComparison.Ordinal));

    private static string[] Scopes(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static IResult Page(int status, string body) => Results.Content(
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Slack</title><link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>",
        "text/html; charset=utf-8",
        statusCode: status);
}
