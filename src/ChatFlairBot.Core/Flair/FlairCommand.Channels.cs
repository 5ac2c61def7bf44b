namespace ChatFlairBot.Core.Flair;

/// <content>What concerns a channel and its cards.</content>
public abstract partial record FlairCommand
{
    /// <summary>Cards for this channel.</summary>
    public sealed record Subscribe(SubscriptionWish Wish) : FlairCommand;

    /// <summary>What this channel would have got.</summary>
    public sealed record Preview : FlairCommand;

    /// <summary>No more cards for this channel.</summary>
    public sealed record Unsubscribe : FlairCommand;

    /// <summary>Shows or changes what this channel gets.</summary>
    /// <param name="Wish">What changes; null to show what is.</param>
    public sealed record Settings(SubscriptionWish? Wish) : FlairCommand;

    /// <summary>How many cards there would have been.</summary>
    /// <param name="Thresholds">Ascending, 2 to 100,000,000, at most 20; none for those in force.</param>
    /// <param name="Days">How far to look back, 1 to 3,650 days.</param>
    /// <param name="WantedPerWeek">Find thresholds that give so many cards a week, above 0 up to 100,000.</param>
    /// <param name="Fault">What to write instead, when a word could not be read.</param>
    /// <param name="Wish">What the channel would ask for; null for what it asked for so far.</param>
    public sealed record Simulate(IReadOnlyList<long> Thresholds, int Days, double? WantedPerWeek = null, string? Fault = null, SubscriptionWish? Wish = null) : FlairCommand;

    /// <summary>No cards for a while.</summary>
    /// <param name="For">A minute to 365 days; null until somebody resumes.</param>
    /// <param name="Fault">What to write instead, when the time could not be read.</param>
    public sealed record Pause(TimeSpan? For, string? Fault = null) : FlairCommand;

    /// <summary>Cards again.</summary>
    public sealed record Resume : FlairCommand;

    /// <summary>Decides on polls that were held back.</summary>
    /// <param name="Source">A source's name or title, or a number, as typed; null when none was named.</param>
    public sealed record Quarantine(QuarantineAct Act, string? Source = null) : FlairCommand;

    /// <summary>Takes a sent card back.</summary>
    /// <param name="Card">A card's key, <c>d-12-18c</c> or digits alone, of any length.</param>
    public sealed record Retract(string Card) : FlairCommand;

    /// <summary>Brings a sent card up to date.</summary>
    /// <param name="Card">A card's key, <c>d-12-18c</c> or digits alone, of any length.</param>
    public sealed record Correct(string Card) : FlairCommand;

    /// <summary>How the bot is.</summary>
    public sealed record Status : FlairCommand;

    /// <summary>What can be asked.</summary>
    /// <param name="Topic">What about, as typed; null for the list. It need not be a command.</param>
    public sealed record Help(string? Topic = null) : FlairCommand;

    /// <summary>Nothing the language knows.</summary>
    public sealed record Unknown(string Text) : FlairCommand;
}
