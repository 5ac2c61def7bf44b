using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;

namespace ChatFlairBot.Settings;

/// <summary>What has to fit between blocks.</summary>
internal static class SettingsRules
{
    /// <summary>Asking a real platform for the same thing more than once a minute is abuse (https://api.stackexchange.com/docs/throttle).</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    /// <param name="settings">What was read.</param>
    /// <param name="sources">The names of all sources, also of those with a fault of their own.</param>
    public static IEnumerable<string> Check(BotSettings settings, IReadOnlySet<string> sources)
    {
        foreach (var (name, source) in settings.Sources)
        {
            var path = $"Sources:{name}";
            if (source.Options.BaseUrl is { IsAbsoluteUri: true } address)
            {
                if (WebAddress.Of(address.OriginalString) is null) yield return $"{path}:BaseUrl has to start with https:.";
                else if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) yield return $"{path}:BaseUrl has to start with https:, for the token travels with every request.";
                if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
                {
                    yield return $"{path}:BaseUrl holds a user, query or fragment; the token has its own setting.";
                }

                if ((source.Options.Interval ?? settings.Polling.Interval) < ShortestInterval && !address.IsLoopback)
                {
                    yield return $"{path}:Interval (or Polling:Interval) is under a minute, which the platform counts as abuse; an hour is a good start.";
                }
            }
        }

        foreach (var member in settings.Managers.Members.Where(one => one.StartsWith(PlaygroundOptions.Platform + "/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"Managers:Members names '{member}', but nobody logs in there: whoever typed that name would be a manager. Playground:EverybodyIsManager says so openly.";
        }

        foreach (var channel in settings.Managers.Notices.Where(one => settings.Slack.IsInstallable && one.StartsWith(SlackOptions.Platform + "/", StringComparison.OrdinalIgnoreCase) && one.Split('/').Length < 3))
        {
            yield return $"Managers:Notices names '{channel}', but several workspaces can install the bot: write Slack/workspace/channel, such as Slack/T012AB3CD/C012AB3CD.";
        }

        foreach (var channel in settings.Managers.Notices.Where(one => one.StartsWith(TeamsOptions.Platform + "/", StringComparison.OrdinalIgnoreCase) && one.Split('/').Length < 3))
        {
            yield return $"Managers:Notices names '{channel}', but a channel of Teams is in a team: write Teams/team/channel with both ids, 19:…@thread.tacv2.";
        }

        if (settings.Teams.DangerouslyAllowUnauthenticatedRequests && settings.Http.Url is { IsLoopback: false } open)
        {
            yield return $"Teams:DangerouslyAllowUnauthenticatedRequests is set while the bot listens on {open.Authority}: anybody could speak for anybody. Set Http:Url to this machine alone, http://127.0.0.1:5080.";
        }

        foreach (var (name, subscription) in settings.Subscriptions)
        {
            var path = $"Subscriptions:{name}";
            if (subscription.Platform is { } platform && OfPlatform(settings, subscription, SubscriptionOptions.Canonical(platform)) is { } fault) yield return path + fault;

            if (subscription.WorkingDays.Any(day => !Enum.IsDefined(day))) yield return $"{path}:WorkingDays holds a day that no week has.";
            foreach (var source in subscription.Sources.Where(source => !sources.Contains(source)))
            {
                yield return $"{path}:Sources names '{source}', which is not among Sources.";
            }
        }
    }

    private static string? OfPlatform(BotSettings settings, SubscriptionOptions subscription, string platform) => platform switch
    {
        PlaygroundOptions.Platform when !settings.Playground.Enabled => " posts to the playground, which is off. Set Playground:Enabled to true or take the subscription out.",
        SlackOptions.Platform when !settings.Slack.IsOn => " posts to Slack, which is off. Fill the Slack block or take the subscription out.",
        SlackOptions.Platform when settings.Slack.IsInstallable && subscription.Workspace is null => ":Workspace is missing: several workspaces can install the bot, so name one, T…",
        SlackOptions.Platform when settings.Slack.IsInstallable => null,
        TeamsOptions.Platform when !settings.Teams.IsOn => " posts to Teams, which is off. Fill the Teams block or take the subscription out.",
        TeamsOptions.Platform => subscription.Workspace is null ? ":Workspace is missing: name the team by its id, 19:…@thread.tacv2." : null,
        PlaygroundOptions.Platform or SlackOptions.Platform => subscription.Workspace is null ? null : ":Workspace is named, but there is only one.",
        _ => $":Platform is '{platform}', but has to be {string.Join(" or ", SubscriptionOptions.Platforms)}.",
    };
}
