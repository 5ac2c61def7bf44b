namespace ChatFlairBot.Core.Announcing;

/// <summary>How long a delivery waits after a failed attempt, and when it is given up.</summary>
/// <param name="First">The wait after the first failure; each further failure doubles it.</param>
/// <param name="Longest">No wait is longer.</param>
/// <param name="GiveUpAfter">A card older than this is no news any more.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest, TimeSpan GiveUpAfter)
{
    /// <summary>5 s, 10 s, 20 s … up to an hour, for three days: a weekend's outage loses nothing.</summary>
    public static Backoff Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), TimeSpan.FromDays(3));

    /// <summary>Whether something put off until then is due. What lies further ahead than any wait was written by a clock that ran ahead.</summary>
    public static bool IsDue(DateTimeOffset dueAt, DateTimeOffset now) => dueAt <= now || dueAt > now + Default.Longest;

    /// <summary>The wait after so many failed attempts, spread by up to a quarter so that channels do not return in step.</summary>
    public TimeSpan After(int attempts, Random random)
    {
        // In seconds, which unlike a TimeSpan have no end that doubling could pass.
        var doubled = First.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, Longest.TotalSeconds) * (0.75 + (0.25 * random.NextDouble())));
    }
}
