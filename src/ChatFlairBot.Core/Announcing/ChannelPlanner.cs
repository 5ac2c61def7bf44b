namespace ChatFlairBot.Core.Announcing;

/// <summary>Divides what is due in a channel into cards, a digest, and what waits.</summary>
public static class ChannelPlanner
{
    /// <summary>The most lines of one digest; what is more waits for the next day.</summary>
    public const int MostLines = 1_000;

    /// <summary>What the channel hears now: never more messages than its terms leave for the local day, and nothing is lost.</summary>
    /// <param name="terms">The channel's terms.</param>
    /// <param name="sentToday">How many messages it heard on the local day of <paramref name="now"/>, 0 or above.</param>
    /// <param name="due">Every line that is due; their order does not matter.</param>
    /// <param name="now">The time.</param>
    public static ChannelPlan Next(Terms terms, int sentToday, IReadOnlyList<WaitingLine> due, DateTimeOffset now)
    {
        if (due.Count == 0) return new([], [], null);
        if (!terms.Hours.IsOpen(now)) return new([], [], terms.Hours.NextOpening(now));
        var left = terms.CardsPerDay == 0 ? int.MaxValue : terms.CardsPerDay - sentToday;
        if (left <= 0) return new([], [], NextDay(terms, now));

        // A digest of one line would be a worse card.
        var most = terms.Pace == Pace.Immediately ? left : 1;
        if (due.Count <= most) return new([.. Oldest(due).Select(line => line.Number)], [], null);

        // The rarest are worth a message of their own; the last message takes all the rest.
        var cards = most > 1 ? Rarest(due).Take(most - 1).Select(line => line.Number).ToList() : [];
        var chosen = cards.ToHashSet();
        var digest = Oldest(due).Select(line => line.Number).Where(number => !chosen.Contains(number)).Take(MostLines).ToList();
        return new(cards, digest, cards.Count + digest.Count < due.Count ? NextDay(terms, now) : null);
    }

    // What digests carry waits for one, what comes at once for the opening.
    private static DateTimeOffset NextDay(Terms terms, DateTimeOffset now)
    {
        var opening = terms.Hours.NextDay(now);
        return terms.Pace == Pace.Immediately ? opening : terms.DueAt(opening);
    }

    private static IEnumerable<WaitingLine> Oldest(IEnumerable<WaitingLine> lines) => lines.OrderBy(line => line.DueAt).ThenBy(line => line.Number);

    private static IEnumerable<WaitingLine> Rarest(IEnumerable<WaitingLine> lines) =>
        lines.OrderBy(line => line.Rarity).ThenByDescending(line => line.Height).ThenBy(line => line.Number);
}
