namespace ChatFlairBot.Core.Announcing;

/// <summary>The time of every day in which a channel hears nothing. It may pass midnight: from 18:00 until 08:00.</summary>
/// <param name="From">The first quiet time.</param>
/// <param name="Until">The first time that is not quiet any more; the same as <paramref name="From"/> for no quiet time at all.</param>
/// <exception cref="ArgumentException">Less than <see cref="LeastOpen"/> of the day is left: 00:00 until 23:59 means a channel that is never open.</exception>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>What quiet hours leave open of a day at least, so that every channel hears of everything in the end.</summary>
    public static TimeSpan LeastOpen { get; } = TimeSpan.FromHours(1);

    // Subtracting goes around midnight; of equal times nothing is left to say.
    public TimeOnly Until { get; init; } = From == Until || From - Until >= LeastOpen
        ? Until
        : throw new ArgumentException($"Quiet from {From:HH':'mm':'ss} until {Until:HH':'mm':'ss} leaves less than an hour of the day open.", nameof(Until));

    /// <summary>Whether a time of day is quiet.</summary>
    public bool Cover(TimeOnly time) => time.IsBetween(From, Until);
}
