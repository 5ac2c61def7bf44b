using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Platforms.Teams.Inbound;

namespace ChatFlairBot.Platforms.Teams.Install;

/// <summary>The one message that a team or chat gets because the bot came.</summary>
internal sealed class TeamsHello(TeamsConversations conversations, TeamsMembers members, TeamsCards cards, TeamsSay say)
{
    /// <param name="activity">What tells of the installation.</param>
    /// <param name="channel">The channel that was chosen, or the chat.</param>
    /// <param name="token">Ends it.</param>
    public async Task SayAsync(TeamsActivity activity, string channel, CancellationToken token)
    {
        // Events do not say what people are called.
        var by = activity.From.Length > 0 ? (await members.SenderAsync(activity, token)).Member : null;
        var card = HelloCard.Card(by?.Name);
        var message = new JsonObject
        {
            ["type"] = "message",
            ["summary"] = TeamsCards.Summary(card, TeamsLimits.Summary),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = Adaptive.ContentType, ["content"] = HelloCard.Build(cards, channel, by?.Name),
            }),
        };
        var place = activity.Place with { Room = new ChannelAddress(TeamsOptions.Platform, activity.Workspace, channel) };
        await say.PostAsync(() => conversations.PostAsync(place, message, isCounted: false, token), token);
    }
}
