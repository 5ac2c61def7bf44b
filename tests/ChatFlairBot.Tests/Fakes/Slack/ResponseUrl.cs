using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>One address that an app may answer to: five times within half an hour (docs.slack.dev/interactivity/handling-user-interaction).</summary>
/// <param name="Address">Where to post.</param>
/// <param name="Channel">Where the command or the click happened.</param>
/// <param name="User">Who it was, and who alone sees an ephemeral answer.</param>
/// <param name="Source">The message with the button; null for a command.</param>
/// <param name="At">When it was issued.</param>
internal sealed record ResponseUrl(Uri Address, FakeChannel Channel, string User, FakeMessage? Source, DateTimeOffset At)
{
    private const int MostUses = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>Every answer that Slack took, in order.</summary>
    public List<JsonObject> Answers { get; } = [];

    /// <summary>Every attempt, what was refused included.</summary>
    public int Uses { get; private set; }

    /// <summary>What the last answer shows; a later answer may replace it.</summary>
    public FakeMessage? Shown { get; set; }

    public bool TryUse(DateTimeOffset now) => now - At <= Life && ++Uses <= MostUses;
}
