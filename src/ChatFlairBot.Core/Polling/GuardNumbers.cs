using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Polling;

/// <summary>One poll in numbers, beside the snapshot that it is compared with.</summary>
public sealed record GuardNumbers
{
    /// <summary>People whom the snapshot lists and whom the last accepted poll saw.</summary>
    public required long Known { get; init; }

    /// <summary>Different people in the list.</summary>
    public required long People { get; init; }

    /// <summary>Of the known, those who are missing from it now, or not listed any more.</summary>
    public required long Absent { get; init; }

    public long Changed { get; init; }

    public long Fallen { get; init; }

    public long Emptied { get; init; }

    public long Multiplied { get; init; }

    public long Renamed { get; init; }

    /// <summary>The most points that anybody gained.</summary>
    public long LargestRise { get; init; }

    /// <summary>Milestones to be celebrated.</summary>
    public int Milestones { get; init; }

    /// <summary>People with a number that nobody can have.</summary>
    public int Impossible { get; init; }

    /// <summary>The same in the last accepted poll: who was broken then and was let through is no news.</summary>
    public int ImpossibleBefore { get; init; }

    /// <summary>Since the last accepted poll; below zero when that lies in the future.</summary>
    public TimeSpan Since { get; init; }

    /// <summary>Counts what changed.</summary>
    public GuardNumbers Of(IEnumerable<StandingChange> changes)
    {
        long changed = 0, fallen = 0, emptied = 0, multiplied = 0, renamed = 0, largest = 0;
        foreach (var change in changes)
        {
            if (!change.IsSeenBefore || !change.After.IsListed) continue;
            var (before, after) = (change.Before!.Value.Score, change.After.Score);
            if (before == after)
            {
                renamed++;
                continue;
            }

            changed++;
            if (change.AreWordsNew) renamed++;
            if (after < before) fallen++;
            if (after <= GuardLimits.Nothing && before >= GuardLimits.Something) emptied++;
            if (before >= GuardLimits.Something && after >= 2 * before) multiplied++;
            largest = Math.Max(largest, after - before);
        }

        return this with { Changed = changed, Fallen = fallen, Emptied = emptied, Multiplied = multiplied, Renamed = renamed, LargestRise = largest };
    }
}
