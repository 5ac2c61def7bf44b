using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

public static partial class Simulation
{
    /// <summary>The most thresholds that are suggested.</summary>
    public const int MostThresholds = 8;

    /// <summary>The round sums that are suggested, ascending.</summary>
    public static IReadOnlyList<long> Ladder { get; } =
    [
        50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000,
    ];

    /// <summary>Thresholds that would have celebrated about so many milestones a week: as many as possible, but not more.</summary>
    /// <remarks>
    /// It begins with the lowest sum of the ladder that nobody reached yet, so that the best have something ahead of them,
    /// and takes in one lower sum after the other; beyond eight, each takes the place of the highest. Of all these runs of
    /// neighbours that with the highest rate that is not above the wanted one is suggested, of equal ones the higher; when
    /// every run is above it (somebody reached the whole ladder), the one with the lowest rate. A rise over several
    /// thresholds counts once, as it is celebrated once.
    /// </remarks>
    /// <param name="rises">What polls saw in the window, in any order.</param>
    /// <param name="perWeek">The wanted rate, 0 or above.</param>
    /// <param name="window">The time in which the rises happened, above zero.</param>
    /// <returns>One to eight thresholds with the rate they give; none when there are no rises to judge by.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is below 0 or no number, or the window is not above zero.</exception>
    public static SuggestedThresholds Suggest(IReadOnlyList<Rise> rises, double perWeek, TimeSpan window)
    {
        if (!(perWeek >= 0)) throw new ArgumentOutOfRangeException(nameof(perWeek), perWeek, "A rate is 0 or above.");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        if (rises.Count == 0) return new([], 0);

        var top = Math.Min(RungsUpTo(rises.Max(rise => rise.After)), Ladder.Count - 1);
        var passed = Passed(rises);
        var runs = Enumerable.Range(0, top + 1).Reverse().Select(low => Run(low, Math.Min(top, low + MostThresholds - 1))).ToList();
        // MaxBy and MinBy keep the first of equal ones, which is the higher.
        return runs.Where(run => run.PerWeek <= perWeek).MaxBy(run => run.PerWeek) ?? runs.MinBy(run => run.PerWeek)!;

        SuggestedThresholds Run(int low, int high)
        {
            var celebrated = passed.Where(one => one.Key.Lowest <= high && one.Key.Highest >= low).Sum(one => (long)one.Value);
            return new([.. Ladder.Skip(low).Take(high - low + 1)], celebrated / (window / TimeSpan.FromDays(7)));
        }
    }

    // How many rises passed which rungs: a few dozen numbers tell as much as a million rises.
    private static Dictionary<(int Lowest, int Highest), int> Passed(IReadOnlyList<Rise> rises)
    {
        var passed = new Dictionary<(int Lowest, int Highest), int>();
        foreach (var rise in rises)
        {
            var (lowest, highest) = (RungsUpTo(rise.Before), RungsUpTo(rise.After) - 1);
            if (lowest <= highest) passed[(lowest, highest)] = passed.GetValueOrDefault((lowest, highest)) + 1;
        }

        return passed;
    }

    private static int RungsUpTo(long score)
    {
        var rungs = 0;
        while (rungs < Ladder.Count && Ladder[rungs] <= score) rungs++;
        return rungs;
    }
}
