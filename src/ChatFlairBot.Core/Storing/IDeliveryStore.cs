using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps what is to be announced and every delivery. Each call is one short transaction.</summary>
public interface IDeliveryStore
{
    /// <summary>Celebrated milestones that were not fanned out yet, oldest first.</summary>
    Task<IReadOnlyList<Announcement>> PendingAsync(int most, CancellationToken token);

    /// <summary>Creates deliveries and marks their announcements as fanned out. One delivery per milestone and channel, ever; a "no" is one too.</summary>
    /// <param name="fannedOut">Each announcement with what becomes of it in each channel, none included.</param>
    /// <param name="at">The time.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    Task FanOutAsync(IReadOnlyList<(Announcement Announcement, IReadOnlyList<ChannelVerdict> Verdicts)> fannedOut, DateTimeOffset at, CancellationToken token);

    /// <summary>Channels with something to plan or to send, and the time from which there is something to do.</summary>
    Task<IReadOnlyList<DueChannel>> DueChannelsAsync(CancellationToken token);

    /// <summary>What waits in a channel and is due.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="now">Due until then.</param>
    /// <param name="most">At most so many, the first due first.</param>
    /// <param name="token">Ends the call.</param>
    Task<IReadOnlyList<WaitingDelivery>> WaitingAsync(ChannelAddress channel, DateTimeOffset now, int most, CancellationToken token);

    /// <summary>How many messages of a channel count into the budget of one of its days.</summary>
    Task<int> PlannedAsync(ChannelAddress channel, DateOnly day, CancellationToken token);

    /// <summary>Carries out a plan: some deliveries become cards to be sent now, some lines of one digest, all others wait until a later time.</summary>
    Task PlanAsync(ChannelAddress channel, ChannelPlan plan, IReadOnlyList<long> planned, DateOnly day, DateTimeOffset now, CancellationToken token);

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

    /// <summary>Takes up a channel's parked deliveries again that are younger than a time: the channel is back. They are planned anew.</summary>
    /// <returns>How many there were.</returns>
    Task<int> ResumeAsync(ChannelAddress channel, DateTimeOffset createdAfter, DateTimeOffset now, CancellationToken token);

    /// <summary>Parks everything that is on its way to a channel: it is gone.</summary>
    Task ParkAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken token);

    /// <summary>Gives up what waits for a channel, except notices.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DropWaitingAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken token);

    /// <summary>Puts a notice on its way to some channels.</summary>
    Task NoticeAsync(Notice notice, IReadOnlyList<ChannelAddress> channels, DateTimeOffset now, CancellationToken token);

    /// <summary>A message that people see, or may see already while its receipt is on the way; null when there is none, or it was taken back.</summary>
    Task<Delivery?> ShownAsync(long delivery, CancellationToken token);

    /// <summary>Marks a message that was sent to be taken back or put right.</summary>
    /// <returns>False when no such message was sent.</returns>
    Task<bool> AmendAsync(long delivery, AmendmentKind kind, CancellationToken token);

    /// <summary>A channel's messages that are to be taken back or put right.</summary>
    Task<IReadOnlyList<Amendment>> AmendmentsAsync(ChannelAddress channel, CancellationToken token);

    /// <summary>Writes down that an amendment was made, or why it could not be.</summary>
    Task SettleAmendmentAsync(Amendment amendment, string? failure, CancellationToken token);

    /// <summary>The last messages sent to each channel of a platform, oldest first.</summary>
    Task<IReadOnlyList<Delivery>> LastSentAsync(string platform, int mostPerChannel, CancellationToken token);

    /// <summary>How many deliveries are in each state.</summary>
    Task<IReadOnlyDictionary<DeliveryState, long>> CountAsync(CancellationToken token);
}

/// <summary>A channel with work.</summary>
/// <param name="Channel">Where.</param>
/// <param name="DueAt">From when on.</param>
/// <param name="IsPlanned">False for what still waits to be planned.</param>
/// <param name="Messages">How many are on their way there.</param>
public sealed record DueChannel(ChannelAddress Channel, DateTimeOffset DueAt, bool IsPlanned = true, int Messages = 0);

/// <summary>A milestone that waits in a channel.</summary>
public sealed record WaitingDelivery(long Number, DateTimeOffset DueAt, DateTimeOffset CreatedAt, Announcement Announcement);
