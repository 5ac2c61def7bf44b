namespace ChatFlairBot.Core.Flair;

/// <summary>The time over which the highest are ranked.</summary>
public enum TopWindow
{
    /// <summary>Whole scores, since ever.</summary>
    All,

    /// <summary>What was earned in the week.</summary>
    Week,

    /// <summary>What was earned in the month.</summary>
    Month,

    /// <summary>What was earned in the quarter.</summary>
    Quarter,
}
