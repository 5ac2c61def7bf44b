namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A bot token of one workspace, with what it may do and what became of it.</summary>
internal sealed class FakeToken(FakeWorkspace workspace, string value)
{
    public FakeWorkspace Workspace => workspace;

    public string Value => value;

    /// <summary>In the order they were granted; a later install adds to them and takes none away (docs.slack.dev/authentication/installing-with-oauth).</summary>
    public List<string> Scopes { get; } = [];

    /// <summary>Only with token rotation.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Only with token rotation; good for one exchange.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Null while it lives, else the error that Slack answers with: token_revoked or account_inactive.</summary>
    public string? End { get; set; }

    public string? Refusal(DateTimeOffset now) => End ?? (ExpiresAt <= now ? "token_expired" : null);

    public void Grant(IEnumerable<string> scopes) => Scopes.AddRange(scopes.Except(Scopes, StringComparer.Ordinal).ToList());
}
