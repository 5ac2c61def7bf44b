using ChatFlairBot.Platforms.Teams.Manifest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatFlairBot.Platforms.Teams;

/// <summary>The app that an administrator uploads, and the page that hands it out.</summary>
public static class TeamsAppExtensions
{
    /// <summary>Who runs the bot, where nobody says otherwise.</summary>
    public const string Developer = "ChatFlairBot";

    /// <summary>Shows what the bot will see, and hands out the app: <c>GET /teams/install</c> and <c>GET /teams/manifest.zip</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="app">The Azure Bot's application id; without one there is no app to hand out.</param>
    /// <param name="domains">Hosts whose links to profiles are shown as cards.</param>
    public static void MapTeamsApp(this IEndpointRouteBuilder endpoints, string? app, IReadOnlyList<string> domains)
    {
        endpoints.MapGet("/teams/install", (HttpResponse response) => TeamsAppPage.Show(response, Guid.TryParse(app, out _)));
        endpoints.MapGet("/teams/manifest.zip", (HttpRequest request) => TeamsAppPage.Download(request, app, domains));
    }

    /// <summary>The zip with the app, and its manifest as text.</summary>
    /// <param name="url">Where people and Teams reach the bot over https.</param>
    /// <param name="app">The Azure Bot's application id.</param>
    /// <param name="hasSlash">Whether commands may be chosen after a slash.</param>
    /// <param name="domains">Hosts whose links to profiles are shown as cards.</param>
    /// <param name="developer">Who runs it.</param>
    public static (byte[] Zip, string Manifest) TeamsApp(Uri url, Guid app, bool hasSlash, IEnumerable<string> domains, string developer)
    {
        var manifest = TeamsManifest.Make(url, app, hasSlash, domains, developer);
        return (TeamsPackage.Zip(manifest), TeamsPackage.Text(manifest));
    }
}
