using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace ChatFlairBot.Platforms.Teams.Manifest;

/// <summary>The page for whoever brings the bot into Teams, and the app that they upload. Nothing runs on it.</summary>
internal static class TeamsAppPage
{
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #242424; --soft: #5c5a5f; --paper: #fff; --back: #f5f5f5; --line: #dcd9e0; --go: #5b5fc7; --on-go: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececee; --soft: #b5b2ba; --paper: #292929; --back: #1a1a1a; --line: #3d3d3d; --go: #c5c8ff; --on-go: #1d1f4a; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--back); color: var(--ink); font: 1rem/1.55 "Segoe UI", system-ui, sans-serif; }
        main { width: min(38rem, 100%); padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 14px; }
        h1 { margin: 0 0 .5rem; font-size: 1.45rem; line-height: 1.25; } h2 { margin: 1.5rem 0 .25rem; font-size: 1rem; } p { margin: .5rem 0; } ul, ol { margin: .25rem 0; padding-left: 1.3rem; } li { margin: .4rem 0; }
        .button { display: inline-block; margin-top: 1.25rem; padding: .7rem 1.3rem; border-radius: 8px; background: var(--go); color: var(--on-go); font-weight: 600; text-decoration: none; }
        .button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; } .soft { color: var(--soft); font-size: .9rem; } code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
        """;

    private const string Page = $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Add ChatFlair to Microsoft Teams</title><style>{Style}</style></head>
        <body><main><h1>Add ChatFlair to Microsoft Teams</h1>
        <p>It celebrates reputation milestones of your knowledge platform in the channels that ask for it, and answers <code>@ChatFlair @colleague</code>.</p>
        <h2 id="sees">What it will see</h2>
        <ul>
        <li>Names and e-mail addresses of members of the teams and chats that it is added to, to find out who is who. An address is kept only as a keyed hash.</li>
        <li>The names of these teams and their channels.</li>
        <li>Messages that mention it, messages to it alone, and its own buttons. It reads no other messages and asks for no further permission.</li>
        </ul>
        <h2 id="does">What it will do</h2>
        <ul>
        <li>Post cards, in channels that a manager subscribed, within the hours and the number a day that they set. Nobody is mentioned.</li>
        <li>Say nothing of whoever keeps their milestones to themselves.</li>
        </ul>
        <h2>Three steps, by three people</h2>
        <ol>
        <li><strong>Azure, once.</strong> An Azure Bot resource with the Teams channel, whose messaging endpoint is this bot's address and <code>/api/messages</code>.</li>
        <li><strong>Teams administrator, once.</strong> Download the app below and upload it in the Teams admin center under <em>Teams apps</em>, <em>Manage apps</em>, <em>Upload new app</em>. It then stands under <em>Built for your org</em>.</li>
        <li><strong>Team owner.</strong> In Teams: <em>Apps</em>, ChatFlair, <em>Add to a team</em>, and choose the channel that should hear of milestones. It says hello there, with a button that opens its form.</li>
        </ol>
        [download]
        <p class="soft">A team that removes it is forgotten, with all that was kept of it.</p>
        </main></body></html>
        """;

    public static IResult Show(HttpResponse response, bool hasApp)
    {
        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        var download = hasApp ? """<a class="button" href="/teams/manifest.zip">Download the app</a>""" : "<p>There is no app to download yet: <code>Teams:MicrosoftAppId</code> is not set.</p>";
        return Results.Content(Page.Replace("[download]", download, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>The app for the address under which this page was found; behind a proxy that speaks https, it is https.</summary>
    public static IResult Download(HttpRequest request, string? id, IReadOnlyList<string> domains)
    {
        if (!Guid.TryParse(id, out var app)) return Results.NotFound();
        if (!request.Host.HasValue || !Uri.TryCreate(UriHelper.BuildAbsolute(Uri.UriSchemeHttps, new HostString(request.Host.Host)), UriKind.Absolute, out var url)) return Results.BadRequest();
        var hasSlash = request.Query["slash"].ToString() is "1" or "true";
        return Results.File(TeamsPackage.Zip(TeamsManifest.Make(url, app, hasSlash, domains, TeamsAppExtensions.Developer)), "application/zip", "chatflair.zip");
    }
}
