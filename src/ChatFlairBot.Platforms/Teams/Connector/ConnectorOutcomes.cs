using System.Net;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Inbound;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>What Teams' answers mean for a card (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, "Status code responses").</summary>
internal sealed class ConnectorOutcomes(MissingRooms missing)
{
    /// <summary>The channel is gone, or closed for the bot.</summary>
    private static readonly Dictionary<string, string> Closed = new(StringComparer.Ordinal)
    {
        ["BotNotInConversationRoster"] = "The bot is not in that team or chat any more; add the app again.",
        ["ConversationBlockedByUser"] = "Somebody blocked the bot there.",
        ["BotDisabledByAdmin"] = "The organisation's administrators disabled the bot.",
        ["MessageWritesBlocked"] = "The team or chat takes no messages: it is archived, or the bot was removed.",
        ["BotNotRegistered"] = "Teams knows no such bot: look at MicrosoftAppId, and whether the Azure Bot has the Teams channel.",
        ["ServiceUrlNotAllowed"] = "The address that the team was installed with is none of Teams': look at Teams:ServiceUrlHosts.",
    };

    /// <param name="answer">Of a call that posts, changes or deletes a message.</param>
    /// <param name="room">Where.</param>
    /// <param name="messageId">What to call it when Teams does not say.</param>
    public PostOutcome Of(ConnectorAnswer answer, ChannelAddress room, string messageId)
    {
        if (answer is ConnectorAnswer.Ok ok)
        {
            missing.Found(room);
            return new PostOutcome.Posted(IdOf(ok) ?? messageId);
        }

        return answer switch
        {
            ConnectorAnswer.Broken { MayHaveArrived: true } broken => new PostOutcome.Uncertain(broken.Reason),
            ConnectorAnswer.Broken broken => new PostOutcome.Later(broken.Reason),
            ConnectorAnswer.Error error => Of(error, room),
            _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
        };
    }

    private PostOutcome Of(ConnectorAnswer.Error error, ChannelAddress room) => error switch
    {
        _ when Closed.TryGetValue(error.Code, out var meaning) => new PostOutcome.Gone($"{meaning} ({error})"),
        { Status: (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable } => new PostOutcome.Later($"Teams asks to wait. ({error})", Spread(error.After, room)),
        // Somebody else writes there at this moment.
        { Status: (int)HttpStatusCode.PreconditionFailed } => new PostOutcome.Later($"Teams is busy with that conversation. ({error})", Spread(error.After, room)),
        // Teams' own gateways, behind which it may have been done.
        { Status: >= 500 or (int)HttpStatusCode.RequestTimeout } => new PostOutcome.Uncertain($"Teams failed. ({error})"),
        { Status: (int)HttpStatusCode.Unauthorized } => new PostOutcome.Later($"Teams did not take the bot's token; the next one is fetched anew. ({error})"),
        { Status: (int)HttpStatusCode.Forbidden } => new PostOutcome.Gone($"Teams does not let the bot post there. ({error})"),
        // Now and then Teams knows a conversation again that it did not know a moment before.
        { Status: (int)HttpStatusCode.NotFound, Code: not "ActivityNotFoundInConversation" } when missing.IsForNow(room) => new PostOutcome.Later($"Teams does not know that conversation now. ({error})"),
        { Status: (int)HttpStatusCode.NotFound, Code: not "ActivityNotFoundInConversation" } => new PostOutcome.Gone($"Teams knows no such channel or chat any more. ({error})"),
        _ => new PostOutcome.Refused($"Teams refuses the card. ({error})"),
    };

    // A new thread has two ids, or only the longer one.
    private static string? IdOf(ConnectorAnswer.Ok ok)
    {
        if (ok.Body is not { } body) return null;
        if (body.Text("activityId") is { } activity) return activity;
        if (body.Text("id") is not { } id) return null;
        var at = id.IndexOf(TeamsPlace.Thread, StringComparison.Ordinal);
        return at < 0 ? id : id[(at + TeamsPlace.Thread.Length)..];
    }

    // By up to a quarter, and differently for each room, so that they do not come back in step.
    private static TimeSpan? Spread(TimeSpan? after, ChannelAddress room) => after is { } wait ? wait * (1 + (((uint)room.GetHashCode() % 1_000) / 4_000.0)) : null;
}
