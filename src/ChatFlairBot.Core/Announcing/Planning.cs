using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Decides, for a channel with something due, what becomes a card now, what a line of a digest, and what waits.</summary>
public sealed class Planning(Subscriptions subscriptions, IDeliveryStore store, ISubscriptionStore rooms, IStandingReader people, TimeProvider time)
{
    /// <returns>Whether anything was planned.</returns>
    public async Task<bool> RunAsync(ChannelAddress channel, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var waiting = await store.WaitingAsync(channel, now, ChannelPlanner.MostLines, token);
        if (waiting.Count == 0) return false;
        if (await NoAsync(channel, now, token) is { } no)
        {
            await store.DropWaitingAsync(channel, no, now, token);
            return false;
        }

        var terms = (await subscriptions.TermsOfAsync(channel, token))!;
        var day = terms.Hours.DayOf(now);
        var lines = new List<WaitingLine>(waiting.Count);
        foreach (var one in waiting)
        {
            // Rarity decides only where there is too much to tell.
            var rarity = terms.CardsPerDay is 0 ? 0 : (await people.RarityAsync(one.Announcement, token)).Share;
            lines.Add(new WaitingLine(one.Number, one.DueAt, rarity, one.Announcement.Height));
        }

        var plan = ChannelPlanner.Next(terms, await store.PlannedAsync(channel, day, token), lines, now);
        await store.PlanAsync(channel, plan, [.. waiting.Select(one => one.Number)], day, now, token);
        return plan.Cards.Count + plan.Digest.Count > 0;
    }

    private async Task<string?> NoAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken token)
    {
        if ((await subscriptions.OfAsync(channel, token)).Count == 0) return "The channel unsubscribed before it was told.";
        var pause = (await rooms.PausesAsync(token)).FirstOrDefault(one => one.Channel == channel && one.Until > now);
        return pause is null ? null : $"The channel was paused by {pause.By}.";
    }
}
