using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A Web API method: what it demands before it looks at what is asked, from its page under docs.slack.dev/reference/methods.</summary>
/// <param name="Scope">What the token needs; empty for any token.</param>
/// <param name="PerMinute">Its tier, per workspace.</param>
/// <param name="Arguments">All it knows.</param>
/// <param name="Answer">Called under the fake's lock.</param>
internal sealed record SlackMethod(string Scope, int PerMinute, string[] Arguments, Func<SlackCall, JsonObject> Answer)
{
    /// <summary>False for methods whose page lists forms as the only content type: they do not see a JSON body at all.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>False where client id and secret stand for the token.</summary>
    public bool NeedsToken { get; init; } = true;
}
