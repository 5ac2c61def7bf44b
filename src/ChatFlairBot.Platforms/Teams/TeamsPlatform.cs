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

    /// <summary>Between a chat and a message in it, where the address does not name the chat.</summary>
    private const char Within = '/';

    /// <summary>
    /// What a bot may send into one conversation, and into all of them together
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Of several tenants each has the second to itself; they share it here.
    /// </summary>
    public static PostLimits OfTeams { get; } = new(
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1))], [], [new(50, TimeSpan.FromSeconds(1))]);

    public string Name => TeamsOptions.Platform;

    public PostLimits Limits => OfTeams;

    public bool TellsMembers => true;

    public async Task<PostOutcome> PostAsync(ChannelAddress channel, Card card, string deliveryKey, CancellationToken token)
    {
        if (await workspaces.PlaceAsync(channel, token) is not { } place) return NotInstalled();
        if (channel.Member is not { } member) return outcomes.Of(await conversations.PostAsync(place, cards.Message(card), isCounted: true, token), channel, Unnamed + deliveryKey);
        var (answer, chat) = await conversations.TellAsync(place, member, cards.Message(card), token);
        // What a member alone sees lies in a chat with an id of its own.
        var outcome = outcomes.Of(answer, channel, Unnamed + deliveryKey);
        return outcome is PostOutcome.Posted { MessageId: var id } && !id.StartsWith(Unnamed, StringComparison.Ordinal) ? new PostOutcome.Posted($"{chat}{Within}{id}") : outcome;
    }

    public Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token) =>
        ChangeAsync(channel, messageId, (place, id) => conversations.UpdateAsync(place, id, cards.Message(card), token), token);

    public Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token) =>
        ChangeAsync(channel, messageId, (place, id) => conversations.DeleteAsync(place, id, token), token, isFineWithoutIt: true);

    // A change counts like a message. When there is no room for it, it stays and is tried again.
    private async Task<PostOutcome> ChangeAsync(ChannelAddress channel, string messageId, Func<TeamsPlace, string, Task<ConnectorAnswer>> change, CancellationToken token, bool isFineWithoutIt = false)
    {
        if (messageId.StartsWith(Unnamed, StringComparison.Ordinal)) return new PostOutcome.Refused("Teams did not say what it calls that message, so it cannot be changed.");
        if (await workspaces.PlaceAsync(channel, token) is not { } place) return NotInstalled();
        if (pace.Take(channel, OfTeams) is { } wait) return new PostOutcome.Later("Teams takes only so many messages at once.", wait);
        try
        {
            var at = messageId.IndexOf(Within, StringComparison.Ordinal);
            var answer = at < 0 ? await change(place, messageId) : await change(place with { Room = new ChannelAddress(Name, messageId[..at], messageId[..at]) }, messageId[(at + 1)..]);
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
