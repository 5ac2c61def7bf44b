using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps what is to be announced and every delivery. Each call is one short transaction.</summary>
public interface IDeliveryStore
{
    /// <summary>Celebrated milestones that were not fanned out yet, oldest first.</summary>
    Task<IReadOnlyList<Announcement>> PendingAsync(int most, CancellationToken token);

    /// <summary>Creates deliveries and marks their announcements as fanned out. One delivery per milestone and channel, ever.</summary>
    /// <param name="fannedOut">Each announcement with the channels that want it, none included.</param>
    /// <param name="at">The time from which the deliveries are due.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    Task FanOutAsync(IReadOnlyList<(Announcement Announcement, IReadOnlyList<ChannelAddress> Channels)> fannedOut, DateTimeOffset at, CancellationToken token);

    /// <summary>Channels with unfinished deliveries and the time their oldest one is due.</summary>
    Task<IReadOnlyList<DueChannel>> DueChannelsAsync(CancellationToken token);

    /// <summary>Takes a channel's oldest unfinished delivery, if it is due, and writes down the attempt before it is made.</summary>
    Task<Delivery?> ClaimAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken token);

    /// <summary>Writes down how an attempt ended.</summary>
    Task SettleAsync(long delivery, DeliveryVerdict verdict, CancellationToken token);

    /// <summary>
    /// Marks a channel's attempt whose end was never written (the process died, the disk was full) as uncertain. Called
    /// before a channel's first claim, while nobody else attempts anything there.
    /// </summary>
    /// <returns>How many there were, 0 or 1.</returns>
    Task<int> RecoverAsync(ChannelAddress channel, CancellationToken token);

    /// <summary>Takes up a channel's parked deliveries again that are younger than a time: somebody subscribes the channel, so it is back.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ResumeAsync(ChannelAddress channel, DateTimeOffset createdAfter, DateTimeOffset now, CancellationToken token);

    /// <summary>The last cards sent to each channel of a platform, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> LastSentAsync(string platform, int mostPerChannel, CancellationToken token);

    /// <summary>How many deliveries are in each state.</summary>
    Task<IReadOnlyDictionary<DeliveryState, long>> CountAsync(CancellationToken token);
}

/// <summary>A channel with work.</summary>
public sealed record DueChannel(ChannelAddress Channel, DateTimeOffset DueAt);
