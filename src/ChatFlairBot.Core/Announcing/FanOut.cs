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

    /// <summary>Takes up what was parked for channels that are subscribed: whoever starts the bot has mended them. Called once, at the start.</summary>
    /// <returns>How many deliveries go on; older ones than the back-off would wait for stay parked.</returns>
    public async Task<int> ResumeAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var resumed = 0;
        foreach (var channel in subscriptions.Select(one => one.Channel).Distinct())
        {
            resumed += await store.ResumeAsync(channel, now - Backoff.Default.GiveUpAfter, now, token);
        }

        return resumed;
    }

    // Two subscriptions of one channel may want the same milestone: the channel still hears of it once.
    private IReadOnlyList<ChannelAddress> WantedBy(Announcement announcement) =>
        [.. subscriptions.Where(one => one.Wants(announcement)).Select(one => one.Channel).Distinct()];
}
