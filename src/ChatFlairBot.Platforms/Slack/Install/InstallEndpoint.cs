using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>The two addresses of an installation: where it begins, and where Slack leads back to.</summary>
internal sealed partial class InstallEndpoint(InstallState state, SlackInstaller installer, SlackOptions options, ILogger<InstallEndpoint> logger)
{
    private const int LongestTeam = 30;

    /// <summary><c>GET /slack/install</c>, with <c>?team=T…</c> when only that workspace will do.</summary>
    public IResult Begin(HttpRequest request)
    {
        var team = request.Query["team"].ToString() is { Length: > 0 and <= LongestTeam } asked && asked.All(char.IsAsciiLetterOrDigit) ? asked : null;
        return InstallPages.Begin(request.HttpContext.Response, installer.Authorize(state.Begin(request.HttpContext.Response, team), team), options.ReadHistory);
    }

    /// <summary><c>GET /slack/oauth/callback</c>.</summary>
    public async Task<IResult> EndAsync(HttpRequest request, CancellationToken token)
    {
        var response = request.HttpContext.Response;
        var (isGood, team) = state.End(request);
        if (!isGood)
        {
            return InstallPages.Problem(response, StatusCodes.Status400BadRequest, "That did not begin here", "This page was opened a second time, in another browser, or more than ten minutes after it began. Nothing was changed; begin again.");
        }

        if (request.Query["error"].ToString() is { Length: > 0 } error)
        {
            return error == "access_denied"
                ? InstallPages.Problem(response, StatusCodes.Status200OK, "Nothing was installed", "You did not allow it, or this workspace asks its administrators first. Nothing was changed.")
                : InstallPages.Problem(response, StatusCodes.Status400BadRequest, "Slack did not allow it", "Slack did not say why. Nothing was changed.");
        }

        var outcome = await installer.InstallAsync(request.Query["code"].ToString(), team, token);
        if (outcome is Installation.Refused { Error: var why }) Log.Refused(logger, why);
        return outcome switch
        {
            Installation.Done done => InstallPages.Done(response, done.Workspace.Id, done.Workspace.Name),
            Installation.OfOrganisation => InstallPages.Problem(response, StatusCodes.Status400BadRequest, "Not for a whole organisation", "ChatFlair is installed workspace by workspace. Choose one workspace in the upper right corner of Slack's page. Nothing was kept."),
            Installation.Elsewhere elsewhere => InstallPages.Problem(response, StatusCodes.Status403Forbidden, "Another workspace", $"You chose “{elsewhere.Name}”, which this bot is not meant for. Choose the other one in the upper right corner of Slack's page, or ask whoever runs the bot to allow it (Slack:Workspaces). Nothing was kept."),
            Installation.Refused { Error: "invalid_code" or "code_already_used" } => InstallPages.Problem(response, StatusCodes.Status400BadRequest, "That was too late", "Slack's permission is good for ten minutes and once. Begin again."),
            _ => InstallPages.Problem(response, StatusCodes.Status502BadGateway, "Slack and the bot do not agree", "Slack refused the bot itself. Whoever runs it finds the reason in the log; ChatFlairBot check tests the settings."),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack refused an installation: {Error}. With bad_client_secret or invalid_client_id copy both again from Basic Information; with bad_redirect_uri enter <PublicUrl>/slack/oauth/callback under OAuth & Permissions.")]
        public static partial void Refused(ILogger logger, string error);
    }
}
