namespace ChatFlairBot.Core.Announcing;

/// <summary>How soon a channel hears of a milestone.</summary>
public enum Pace
{
    /// <summary>As soon as the channel is open.</summary>
    Immediately,

    /// <summary>Once a day, all that came together.</summary>
    Daily,

    /// <summary>Once a week, all that came together.</summary>
    Weekly,
}
