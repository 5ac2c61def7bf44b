using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Turns pending announcements into deliveries: for each channel with a subscription one, or the reason why there is none.</summary>
/// <param name="subscriptions">Who wants to hear what, and when.</param>
/// <param name="store">Where announcements wait.</param>
/// <param name="rooms">Knows which channels are paused.</param>
/// <param name="consents">Knows who wants to be celebrated.</param>
/// <param name="whispers">Tells it to whoever wants to hear of it alone.</param>
/// <param name="time">The clock.</param>
public sealed class FanOut(Subscriptions subscriptions, IDeliveryStore store, ISubscriptionStore rooms, Consents consents, Whispers whispers, TimeProvider time)
{
    private const int Batch = 200;

    /// <summary>Fans out all that is pending. Safe to call at any time: what was fanned out before is not pending any more.</summary>
    /// <returns>How many deliveries were made, those that only record a "no" included.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        var made = 0;
        while (await store.PendingAsync(Batch, token) is { Count: > 0 } pending)
        {
            var now = time.GetUtcNow();
            var wishes = (await subscriptions.ListAsync(token)).GroupBy(one => one.Channel).ToList();
            var paused = (await rooms.PausesAsync(token)).Where(one => one.Until > now).ToDictionary(one => one.Channel);
            var allowed = await consents.OfAsync([.. pending.Select(one => one.Standing.Person)], token);
            var fannedOut = new List<(Announcement, IReadOnlyList<ChannelVerdict>)>(pending.Count);
            foreach (var one in pending)
            {
                var consent = allowed[one.Standing.Person];
                var told = wishes.Select(wish => Judge(one, [.. wish], paused.GetValueOrDefault(wish.Key), consent, now));
                fannedOut.Add((one, [.. told, .. consent is Consent.OnlyMe ? await whispers.OfAsync(one, wishes.SelectMany(wish => wish), now, token) : []]));
            }

            await store.FanOutAsync(fannedOut, now, token);
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
        foreach (var channel in (await subscriptions.ListAsync(token)).Select(one => one.Channel).Distinct())
        {
            resumed += await store.ResumeAsync(channel, now - Backoff.Default.GiveUpAfter, now, token);
        }

        return resumed;
    }

    // Two subscriptions of one channel may want the same milestone: the channel still hears of it once, by the one that tells it first.
    private static ChannelVerdict Judge(Announcement announcement, Subscription[] wishes, ChannelPause? pause, Consent consent, DateTimeOffset now)
    {
        var channel = wishes[0].Channel;
        if (consent is not Consent.Share) return new(channel, null, consent is Consent.OnlyMe ? "They keep their milestones to themselves." : "They do not want to be celebrated.");
        if (announcement.IsOfNobody) return new(channel, null, "The account is hidden or gone.");
        var willing = wishes.Where(one => one.Wants(announcement)).ToList();
        if (willing.Count == 0) return new(channel, null, wishes[0].Refuses(announcement));
        if (pause is not null) return new(channel, null, $"The channel was paused by {pause.By}.");
        return new(channel, willing.Min(one => one.Terms.DueAt(now)), null);
    }
}
