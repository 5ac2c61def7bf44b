using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Platforms.Teams.Connector;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Says answers where they belong: below the question, or to the asker alone.</summary>
internal sealed partial class TeamsSay(TeamsConversations conversations, TeamsCards cards, TimeProvider time, ILogger<TeamsSay> logger)
{
    private const int Tries = 3;

    /// <summary>Nobody waits longer for an answer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Otherwise = TimeSpan.FromSeconds(2);

    /// <summary>A sentence to the asker alone; in a channel openly where that is not to be had.</summary>
    public TeamsReply Privately(string title, string text) => Privately(Notice(title, text));

    public TeamsReply Privately(Card card) => new(cards.Message(card), IsPrivate: true, cards.Message(card));

    /// <summary>What concerns the asker alone, and goes nowhere else.</summary>
    public TeamsReply Secretly(Card card) => new(
        cards.Message(card), IsPrivate: true, cards.Message(Notice("That is for you alone", "I can't tell it here, and I can't reach you. Open a chat with me: choose my name, then the chat's sign, and ask there.")));

    public TeamsReply Openly(Card card) => new(cards.Message(card), IsPrivate: false);

    public static Card Notice(string title, string text) => new(CardKind.Notice, title, $"{title}. {text}") { Text = text };

    public async Task SendAsync(TeamsActivity to, TeamsReply reply, CancellationToken token)
    {
        var answer = reply.IsPrivate && !to.IsPersonal ? await PrivateAsync(to, reply, token) : await AgainAsync(() => OpenAsync(to, reply.Message, token), token);
        if (answer is not ConnectorAnswer.Ok) Log.NotSaid(logger, answer is ConnectorAnswer.Broken broken ? broken.Reason : $"{answer}");
    }

    /// <summary>Says something that nobody asked for.</summary>
    public async Task PostAsync(Func<Task<ConnectorAnswer>> post, CancellationToken token)
    {
        var answer = await AgainAsync(post, token);
        if (answer is not ConnectorAnswer.Ok) Log.NotSaid(logger, answer is ConnectorAnswer.Broken broken ? broken.Reason : $"{answer}");
    }

    private async Task<ConnectorAnswer> PrivateAsync(TeamsActivity to, TeamsReply reply, CancellationToken token)
    {
        var answer = await AgainAsync(() => conversations.TargetAsync(to.Place, to.Conversation, to.From, reply.Message, token), token);
        // Where Teams has no private messages in channels: the bot's own chat with them.
        if (answer is ConnectorAnswer.Error) answer = await AgainAsync(async () => (await conversations.TellAsync(to.Place, to.From, reply.Message, token)).Answer, token);
        return answer is ConnectorAnswer.Error && reply.Otherwise is { } otherwise ? await AgainAsync(() => OpenAsync(to, otherwise, token), token) : answer;
    }

    private Task<ConnectorAnswer> OpenAsync(TeamsActivity to, JsonObject message, CancellationToken token) => to.Place.IsChannel
        ? conversations.ReplyAsync(to.Place, to.Conversation, to.Id, message, token)
        : conversations.PostAsync(to.Place, message, isCounted: false, token);

    // An answer has no outbox: what Teams asks to repeat is repeated here, off any request.
    private async Task<ConnectorAnswer> AgainAsync(Func<Task<ConnectorAnswer>> say, CancellationToken token)
    {
        var answer = await say();
        for (var tries = 1; tries < Tries && WaitOf(answer) is { } wait; tries++)
        {
            await Task.Delay(wait, time, token);
            answer = await say();
        }

        return answer;
    }

    private static TimeSpan? WaitOf(ConnectorAnswer answer) => answer switch
    {
        ConnectorAnswer.Error { Status: 429 or 412 or 503 } error => error.After is { } after ? after < Longest ? after : Longest : Otherwise,
        ConnectorAnswer.Error { Status: 401, Code: "" } or ConnectorAnswer.Broken { MayHaveArrived: false } => Otherwise,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An answer did not reach Teams. {Reason}")]
        public static partial void NotSaid(ILogger logger, string reason);
    }
}
