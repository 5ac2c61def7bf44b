using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>A room that the bot speaks in, and how it is reached.</summary>
/// <param name="Room">The channel or chat; what is sent counts into its limits.</param>
/// <param name="ServiceUrl">Where its connector is.</param>
/// <param name="TenantId">The directory that it is of.</param>
/// <param name="Bot">The bot's own id there, <c>28:…</c>.</param>
/// <param name="IsChannel">Whether it is a channel, whose messages begin threads, and no chat.</param>
internal sealed record TeamsPlace(ChannelAddress Room, string ServiceUrl, string? TenantId, string Bot, bool IsChannel)
{
    /// <summary>What stands between a channel and the first message of a thread in it.</summary>
    public const string Thread = ";messageid=";

    /// <summary>The conversation that a message of the bot's own began, or is in.</summary>
    public string ConversationOf(string messageId) => IsChannel ? $"{Room.Channel}{Thread}{messageId}" : Room.Channel;
}
