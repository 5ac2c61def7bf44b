namespace ChatFlairBot.Core.Announcing;

/// <summary>What a channel is promised: how soon it hears of milestones, when, and how often at most.</summary>
/// <param name="Pace">How soon.</param>
/// <param name="DigestAt">The local time of the digests of <see cref="Pace.Daily"/> and <see cref="Pace.Weekly"/>.</param>
/// <param name="DigestOn">The local day of the digests of <see cref="Pace.Weekly"/>.</param>
/// <param name="Hours">When it hears anything.</param>
/// <param name="CardsPerDay">The most messages on one local day, digests included; 0 for no limit.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="CardsPerDay"/> is below 0.</exception>
public sealed record Terms(Pace Pace, TimeOnly DigestAt, DayOfWeek DigestOn, ChannelHours Hours, int CardsPerDay)
{
    public int CardsPerDay { get; init; } = CardsPerDay >= 0
        ? CardsPerDay
        : throw new ArgumentOutOfRangeException(nameof(CardsPerDay), CardsPerDay, "A day has 0 cards (no limit) or more.");

    /// <summary>When the channel hears of something that happens now; never earlier, and the later it happens never the earlier.</summary>
    /// <remarks>
    /// Each digest that falls on a closed time is held back to the next opening; something is due with the first digest
    /// that is not before it, one that is being held back included. What is due with a digest stays due with it until then.
    /// </remarks>
    /// <returns>An open time: of <see cref="Pace.Immediately"/> the next opening, else that of a digest.</returns>
    public DateTimeOffset DueAt(DateTimeOffset at) => Pace switch
    {
        Pace.Immediately => Hours.NextOpening(at),
        Pace.Daily => FirstDigest(at, Hours.DayOf(at).AddDays(2), 1),
        Pace.Weekly => FirstDigest(at, FirstDigestDay(Hours.DayOf(at).AddDays(2)), 7),
        _ => throw new InvalidOperationException($"Unknown pace {Pace}."),
    };

    // From a day that is surely late enough (where clocks go back over midnight tomorrow has begun before) back to the first
    // that is: how long a digest is held back depends on the days off, so no day is surely early enough.
    private DateTimeOffset FirstDigest(DateTimeOffset at, DateOnly day, int step)
    {
        var first = DigestOf(day);
        for (var earlier = DigestOf(day = day.AddDays(-step)); earlier >= at; earlier = DigestOf(day = day.AddDays(-step))) first = earlier;
        return first;
    }

    private DateOnly FirstDigestDay(DateOnly day) => day.AddDays(((int)DigestOn - (int)day.DayOfWeek + 7) % 7);

    // The digest of a day off is that of the next working day: Monday brings one, not the weekend's first.
    private DateTimeOffset DigestOf(DateOnly day)
    {
        while (!Hours.Works(day.DayOfWeek)) day = day.AddDays(1);
        return Hours.NextOpening(Hours.Zone.FirstAt(day.ToDateTime(DigestAt)));
    }
}
