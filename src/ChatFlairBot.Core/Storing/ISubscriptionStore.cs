using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps what channels asked for in chat, and pauses.</summary>
public interface ISubscriptionStore
{
    Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken token);

    /// <summary>Keeps a channel's subscription in the place of an earlier one.</summary>
    Task SaveAsync(Subscription subscription, DateTimeOffset at, CancellationToken token);

    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(ChannelAddress channel, CancellationToken token);

    Task<IReadOnlyList<ChannelPause>> PausesAsync(CancellationToken token);

    Task PauseAsync(ChannelPause pause, CancellationToken token);

    /// <returns>False when it was not paused.</returns>
    Task<bool> ResumeAsync(ChannelAddress channel, CancellationToken token);
}

/// <summary>A channel that wants to hear nothing for a while; what happens meanwhile is not told later.</summary>
public sealed record ChannelPause(ChannelAddress Channel, DateTimeOffset Until, string By);
