using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Turns pending announcements into deliveries: one for each channel that wants it.</summary>
public sealed class FanOut(IReadOnlyList<Subscription> subscriptions, IDeliveryStore store, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Fans out all that is pending. Safe to call at any time: what was fanned out before is not pending any more.</summary>
    /// <returns>How many deliveries were made.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        var made = 0;
        while (await store.PendingAsync(Batch, token) is { Count: > 0 } pending)
        {
            var fannedOut = pending.Select(announcement => (announcement, WantedBy(announcement))).ToList();
            await store.FanOutAsync(fannedOut, time.GetUtcNow(), token);
            made += fannedOut.Sum(one => one.Item2.Count);
        }

        return made;
    }

    // Two subscriptions of one channel may want the same milestone: the channel still hears of it once.
    private IReadOnlyList<ChannelAddress> WantedBy(Announcement announcement) =>
        [.. subscriptions.Where(one => one.Wants(announcement)).Select(one => one.Channel).Distinct()];
}
