using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Web;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>The one workspace that a token of the settings belongs to, as <c>auth.test</c> tells it.</summary>
internal sealed class OwnWorkspace(SlackWeb web, SlackOptions options, TimeProvider time) : IDisposable
{
    /// <summary>While Slack does not answer it is asked again after that long.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private Workspace? _known;
    private string? _team;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    /// <returns>Null when what came is of another workspace; while Slack does not tell which this one is, everything signed is taken for its own.</returns>
    public async Task<Workspace?> OfAsync(string? team, string? enterprise, CancellationToken token)
    {
        var known = _known ?? await AskAsync(token);
        return _team is null || team is null || team == _team || (enterprise is not null && enterprise == known.Enterprise) ? known : null;
    }

    public void Dispose() => _asking.Dispose();

    private async Task<Workspace> AskAsync(CancellationToken token)
    {
        var unknown = new Workspace(SlackOptions.Platform, ChannelAddress.DefaultWorkspace, "Slack") { App = options.AppId };
        await _asking.WaitAsync(token);
        try
        {
            if (_known is not null) return _known;
            var now = time.GetUtcNow();
            if (now - _askedAt < Again && now >= _askedAt) return unknown;
            _askedAt = now;
            if (await web.CallAsync(SlackMethod.AuthTest.Name, options.BotToken, [], token) is not SlackAnswer.Ok { Body: var body }) return unknown;
            _team = body.Text("team_id");
            return _known = unknown with { Name = body.Text("team") ?? "Slack", Bot = body.Text("user_id"), Enterprise = body.Text("enterprise_id") };
        }
        finally
        {
            _asking.Release();
        }
    }
}
