using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Platforms.Teams.Connector;
using ChatFlairBot.Platforms.Teams.Install;

namespace ChatFlairBot.Platforms.Teams;

/// <summary>Microsoft Teams as a platform: posts, changes and deletes cards. Each call's end is an outcome; waiting and repeating is the outbox's work.</summary>
internal sealed class TeamsPlatform(TeamsWorkspaces workspaces, TeamsConversations conversations, ConnectorOutcomes outcomes, TeamsCards cards, PostPace pace) : IChatPlatform, ICardEditor
{
    /// <summary>Stands before the key of a delivery whose message Teams did not name.</summary>
    private const string Unnamed = "unnamed-";

    /// <summary>
    /// What a bot may send into one conversation, and into all of them together
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Of several tenants each has the second to itself; they share it here.
    /// </summary>
    public static PostLimits OfTeams { get; } = new(
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1))], [], [new(50, TimeSpan.FromSeconds(1))]);

    public string Name => TeamsOptions.Platform;

    public PostLimits Limits => OfTeams;

    public async Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token) =>
        await workspaces.PlaceAsync(channel, token) is { } place
            ? outcomes.Of(await conversations.PostAsync(place, cards.Message(card), isCounted: true, token), channel, Unnamed + deliveryKey)
            : NotInstalled();

    public Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token) =>
        ChangeAsync(channel, messageId, place => conversations.UpdateAsync(place, messageId, cards.Message(card), token), token);

    public Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token) =>
        ChangeAsync(channel, messageId, place => conversations.DeleteAsync(place, messageId, token), token, isFineWithoutIt: true);

    // A change counts like a message. When there is no room for it, it stays and is tried again.
    private async Task<PostOutcome> ChangeAsync(ChannelAddress channel, string messageId, Func<TeamsPlace, Task<ConnectorAnswer>> change, CancellationToken token, bool isFineWithoutIt = false)
    {
        if (messageId.StartsWith(Unnamed, StringComparison.Ordinal)) return new PostOutcome.Refused("Teams did not say what it calls that message, so it cannot be changed.");
        if (await workspaces.PlaceAsync(channel, token) is not { } place) return NotInstalled();
        if (pace.Take(channel, OfTeams) is { } wait) return new PostOutcome.Later("Teams takes only so many messages at once.", wait);
        try
        {
            var answer = await change(place);
            // Somebody was faster.
            return isFineWithoutIt && answer is ConnectorAnswer.Error { Code: "ActivityNotFoundInConversation" } ? new PostOutcome.Posted(messageId) : outcomes.Of(answer, channel, messageId);
        }
        finally
        {
            pace.Done(channel);
        }
    }

    private static PostOutcome.Gone NotInstalled() => new("The bot is not in that team or chat; add the app there.");
}
