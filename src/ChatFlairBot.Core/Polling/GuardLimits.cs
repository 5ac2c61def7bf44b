using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Core.Polling;

/// <summary>
/// How much one poll may differ from the snapshot before it is held back. Shares are of the people that the snapshot knows, 0 to 1;
/// below a floor a share says nothing, so up to that many people are always accepted. A share of 1 switches a limit off.
/// </summary>
public sealed record GuardLimits
{
    /// <summary>Nothing is held back but what is impossible.</summary>
    public static GuardLimits Off { get; } = new()
    {
        Absent = 1, Changed = 1, Fallen = 1, Emptied = 1, Multiplied = 1, Renamed = 1, Milestones = 1, LargestRise = long.MaxValue, LongestGap = TimeSpan.MaxValue,
    };

    /// <summary>People who are missing from the list.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Absent { get; init; } = 0.05;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int AbsentFloor { get; init; } = 4;

    /// <summary>People whose score changed at all.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Changed { get; init; } = 0.5;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int ChangedFloor { get; init; } = 40;

    /// <summary>People whose score fell.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Fallen { get; init; } = 0.1;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int FallenFloor { get; init; } = 6;

    /// <summary>People who fell from <see cref="Something"/> or more to <see cref="Nothing"/> or less: a suspended account on a large site, a fault on a small one.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Emptied { get; init; } = 0.0001;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int EmptiedFloor { get; init; }

    /// <summary>People whose score at least doubled, of those with <see cref="Something"/> or more.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Multiplied { get; init; } = 0.02;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int MultipliedFloor { get; init; } = 4;

    /// <summary>People whose name, link or picture changed: the mark of another site under the same address.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Renamed { get; init; } = 0.25;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int RenamedFloor { get; init; } = 10;

    /// <summary>Milestones to be celebrated.</summary>
    [Range(0.0, 1.0, ErrorMessage = "{0} is a share from 0 to 1; 1 switches it off.")]
    public double Milestones { get; init; } = 0.005;

    [Range(0, int.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public int MilestonesFloor { get; init; } = 25;

    /// <summary>The most points that one person is believed to earn within a day.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "{0} is 1 or above.")]
    public long LargestRise { get; init; } = 5_000;

    /// <summary>When no poll was accepted for longer, what was earned meanwhile is old news: somebody decides.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "10675199.02:48:05", ErrorMessage = "{0} is at least a day.")]
    public TimeSpan LongestGap { get; init; } = TimeSpan.FromDays(45);

    /// <summary>What counts as a score that can be lost or doubled: below it a few votes do both.</summary>
    public const long Something = 100;

    /// <summary>What everybody starts with on the platforms of the mission.</summary>
    public const long Nothing = 1;
}
