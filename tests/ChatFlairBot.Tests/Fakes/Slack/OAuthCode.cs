namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What an admin allowed, to be exchanged for a token once within ten minutes (docs.slack.dev/authentication/installing-with-oauth).</summary>
internal sealed record OAuthCode(FakeWorkspace Workspace, string User, IReadOnlyList<string> Scopes, string? RedirectUri, DateTimeOffset At)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public bool IsUsed { get; set; }

    public bool IsGood(DateTimeOffset now) => !IsUsed && now - At <= Life;
}
