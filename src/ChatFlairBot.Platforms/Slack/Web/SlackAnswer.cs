using System.Text.Json;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>How a call of Slack's Web API ended. Slack answers faults of a call with status 200 (docs.slack.dev/apis/web-api).</summary>
internal abstract record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Done.</summary>
    public sealed record Ok(JsonElement Body) : SlackAnswer
    {
        /// <summary>What the token may do, where Slack says it in a header.</summary>
        public string? Scopes { get; init; }
    }

    /// <summary>Slack says no.</summary>
    /// <param name="Code">Slack's own word: <c>channel_not_found</c>.</param>
    /// <param name="Detail">What it says besides, such as the scope that is missing.</param>
    public sealed record Error(string Code, string? Detail) : SlackAnswer;

    /// <summary>Too often: this method is closed for this workspace for a while.</summary>
    public sealed record RateLimited(TimeSpan After) : SlackAnswer;

    /// <summary>No answer, or none that can be read.</summary>
    /// <param name="Reason">What broke.</param>
    /// <param name="MayHaveArrived">Whether Slack may have done it all the same.</param>
    public sealed record Broken(string Reason, bool MayHaveArrived) : SlackAnswer;
}
