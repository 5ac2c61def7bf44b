namespace ChatFlairBot.Core.Cards;

/// <summary>How an attempt to post ended.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <summary>The platform took it and gave it an id.</summary>
    public sealed record Posted(string MessageId) : PostOutcome;

    /// <summary>Not now; the platform may have said when.</summary>
    public sealed record Later(string Reason, TimeSpan? After = null) : PostOutcome;

    /// <summary>The answer was lost: the card may be in the channel or not.</summary>
    public sealed record Uncertain(string Reason) : PostOutcome;

    /// <summary>There is no such channel any more, or the bot is not in it.</summary>
    public sealed record Gone(string Reason) : PostOutcome;

    /// <summary>The platform will never take this card.</summary>
    public sealed record Refused(string Reason) : PostOutcome;
}
