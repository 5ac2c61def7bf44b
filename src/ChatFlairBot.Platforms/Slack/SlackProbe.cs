using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack;

/// <summary>Tries what the settings say of Slack, each with one cheap call that changes nothing.</summary>
internal sealed class SlackProbe(SlackWeb web, SlackOptions options)
{
    /// <param name="channels">Those that the settings post to; looked at where one token serves them.</param>
    /// <param name="token">Ends the probing.</param>
    public async Task<IReadOnlyList<SlackFinding>> RunAsync(IEnumerable<string> channels, CancellationToken token)
    {
        var findings = new List<SlackFinding>();
        if (options.IsSocket) findings.Add(await SocketAsync(token));
        if (!string.IsNullOrEmpty(options.BotToken))
        {
            findings.Add(await BotAsync(token));
            if (findings[^1].IsGood) foreach (var channel in channels.Distinct(StringComparer.Ordinal)) findings.Add(await ChannelAsync(channel, token));
        }

        if (options.IsInstallable)
        {
            findings.Add(new(true, $"workspaces install it at {new Uri(options.PublicUrl!, "slack/install")}"));
            if (options.Workspaces.Count == 0) findings.Add(new(true, "Slack:Workspaces names none, so whoever finds that page can install the bot and read your colleagues' standing"));
        }

        return findings;
    }

    private async Task<SlackFinding> SocketAsync(CancellationToken token) =>
        await web.CallAsync("apps.connections.open", options.AppToken, [], token) switch
        {
            SlackAnswer.Ok => new(true, "AppToken opens sockets"),
            SlackAnswer.Error { Code: "invalid_auth" or "not_authed" or "not_allowed_token_type" or "missing_scope" } error => new(false, $"AppToken opens no socket ({error.Code}). Make an app-level token with connections:write under Basic Information."),
            SlackAnswer.Error error => new(false, $"AppToken opens no socket ({error.Code}). Is Socket Mode switched on in the app's settings?"),
            var answer => Unreachable(answer),
        };

    private async Task<SlackFinding> BotAsync(CancellationToken token)
    {
        var answer = await web.CallAsync(SlackMethod.AuthTest.Name, options.BotToken, [], token);
        if (answer is SlackAnswer.Error { Code: var code }) return new(false, $"BotToken is not good ({code}). Copy the Bot User OAuth Token again from OAuth & Permissions.");
        if (answer is not SlackAnswer.Ok { Body: var body } ok) return Unreachable(answer);
        var missing = ok.Scopes is { } granted ? SlackMethod.ScopesOf(options.ReadHistory).Except(granted.Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal).ToList() : [];
        return missing.Count == 0
            ? new(true, $"BotToken speaks in “{body.Text("team")}” as @{body.Text("user")}")
            : new(false, $"BotToken lacks {string.Join(", ", missing)}. Add them under OAuth & Permissions and install the app again.");
    }

    private async Task<SlackFinding> ChannelAsync(string channel, CancellationToken token)
    {
        var answer = await web.CallAsync(SlackMethod.ChannelInfo.Name, options.BotToken, [SlackWeb.Field("channel", channel)], token);
        if (answer is SlackAnswer.Error { Code: var code }) return new(false, $"channel {channel} is not to be seen ({code}). Its id is at the end of its About tab; into a private one the bot has to be invited.");
        if (answer is not SlackAnswer.Ok { Body: var body } || body.At("channel") is not { } shown) return Unreachable(answer);
        if (shown.Flag("is_archived")) return new(false, $"channel {channel} is archived");
        return new(true, $"channel {channel} is #{shown.Text("name")}{(shown.Flag("is_ext_shared") ? "; people of another company read it" : "")}");
    }

    private static SlackFinding Unreachable(SlackAnswer answer) => new(false, answer is SlackAnswer.Broken broken ? broken.Reason : "Slack asks to wait; try again in a minute.");
}

/// <summary>One thing that was tried.</summary>
internal sealed record SlackFinding(bool IsGood, string Message);
