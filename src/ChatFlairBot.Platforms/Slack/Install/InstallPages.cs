using System.Net;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>The few pages of an installation. Everything that is not ours goes in escaped; nothing runs on them.</summary>
internal static class InstallPages
{
    private const string SecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1d1c1d; --soft: #5c5a5f; --paper: #fff; --back: #f4f3f6; --line: #dcd9e0; --go: #4a154b; --on-go: #fff; }
        @media (prefers-color-scheme: dark) { :root { --ink: #ececee; --soft: #b5b2ba; --paper: #222126; --back: #17161a; --line: #3a3840; --go: #e8c9ea; --on-go: #2a0f2b; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--back); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
        main { width: min(34rem, 100%); padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 14px; }
        h1 { margin: 0 0 .5rem; font-size: 1.45rem; line-height: 1.25; } h2 { margin: 1.5rem 0 .25rem; font-size: 1rem; } p { margin: .5rem 0; } ul { margin: .25rem 0; padding-left: 1.2rem; } li { margin: .3rem 0; }
        .button { display: inline-block; margin-top: 1.25rem; padding: .7rem 1.3rem; border-radius: 8px; background: var(--go); color: var(--on-go); font-weight: 600; text-decoration: none; }
        .button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; } .soft { color: var(--soft); font-size: .9rem; } code { font: .92em ui-monospace, monospace; }
        """;

    public static IResult Begin(HttpResponse response, Uri authorize, bool readsHistory) => Page(response, StatusCodes.Status200OK, "Add ChatFlair to Slack", $"""
        <p>It celebrates reputation milestones of your knowledge platform in the channels that ask for it, and answers <code>/flair @user</code>.</p>
        <h2>What it will see</h2>
        <ul>
        <li>Names, e-mail addresses and time zones of members, to find out who is who. An address is kept only as a keyed hash.</li>
        <li>The names of channels, to warn when one is shared with another company.</li>
        <li>What is typed after <code>/flair</code>, and its own buttons. {(readsHistory ? "In channels that it is invited to also messages, only to find its own cards again; none is kept." : "It reads no messages.")}</li>
        </ul>
        <h2>What it will do</h2>
        <ul>
        <li>Post cards, in channels that a manager subscribed, within the hours and the number a day that they set. Nobody is mentioned.</li>
        <li>Say nothing of whoever keeps their milestones to themselves.</li>
        </ul>
        <a class="button" href="{Text(authorize.AbsoluteUri)}">Add to Slack</a>
        <p class="soft">You can remove it at any time in Slack under Apps; its token is deleted at once.</p>
        """);

    public static IResult Done(HttpResponse response, string team, string name) => Page(response, StatusCodes.Status200OK, $"ChatFlair is in {Text(name)}", $"""
        <p>Next, in the channel that should hear of milestones:</p>
        <ul><li><code>/flair subscribe</code> says what, when and how often. You may, for you installed it; so may the workspace's administrators.</li>
        <li><code>/flair me</code> shows your own flair, <code>/flair help</code> everything else.</li>
        <li>Into a private channel it has to be invited: <code>/invite @chatflair</code>.</li></ul>
        <a class="button" href="https://slack.com/app_redirect?team={Uri.EscapeDataString(team)}">Open Slack</a>
        """);

    public static IResult Problem(HttpResponse response, int status, string title, string text, bool canTryAgain = true) => Page(response, status, Text(title), $"""
        <p>{Text(text)}</p>
        {(canTryAgain ? """<a class="button" href="/slack/install">Try again</a>""" : "")}
        """);

    private static IResult Page(HttpResponse response, int status, string title, string body)
    {
        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        // The address holds a code; the page that follows must not learn it.
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{Style}</style></head>
            <body><main><h1>{title}</h1>{body}</main></body></html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
