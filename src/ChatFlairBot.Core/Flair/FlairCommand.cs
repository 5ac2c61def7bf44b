using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair;

/// <summary>What somebody wants of <c>/flair</c>. This part holds what is asked about people.</summary>
public abstract partial record FlairCommand
{
    private FlairCommand()
    {
    }

    /// <summary>One's own flair.</summary>
    public sealed record Me : FlairCommand;

    /// <summary>A colleague's flair.</summary>
    /// <param name="Who">Never empty.</param>
    /// <param name="Meant">The command that one or two plain words resemble, such as <c>status</c>: to be offered when nobody has that name.</param>
    public sealed record Somebody(Mention Who, string? Meant = null) : FlairCommand;

    /// <summary>The highest scores.</summary>
    /// <param name="Count">1 to <see cref="FlairLanguage.MostTop"/>.</param>
    /// <param name="Window">The time over which they were earned.</param>
    /// <param name="Source">A source's name or title as typed; null when none was named.</param>
    public sealed record Top(int Count, TopWindow Window = TopWindow.All, string? Source = null) : FlairCommand;

    /// <summary>What a card rests on: that card's, or the last one about somebody, or about who asks when both are null.</summary>
    /// <param name="Card">A card's key, <c>d-12-18c</c> or digits alone, of any length.</param>
    public sealed record Why(Mention? Who, string? Card) : FlairCommand;

    /// <summary>Whom the bot takes the member for.</summary>
    public sealed record WhoAmI : FlairCommand;

    /// <summary>Says which person of a source a member of the chat is; with neither it shows the links there are.</summary>
    /// <param name="Member">Null for who asks.</param>
    public sealed record Link(Mention? Member, Mention? Person) : FlairCommand;

    /// <summary>Takes such a link back.</summary>
    /// <param name="Member">Null for who asks.</param>
    public sealed record Unlink(Mention? Member) : FlairCommand;

    /// <summary>Says who may learn of one's milestones.</summary>
    /// <param name="Wish">Null when none of the three was named: then the answer explains them.</param>
    public sealed record Share(Consent? Wish) : FlairCommand;

    /// <summary>Everything that is stored about who asks.</summary>
    public sealed record Export : FlairCommand;

    /// <summary>Deletes it.</summary>
    /// <param name="IsConfirmed">Whether it is to happen; otherwise the answer says what would be deleted.</param>
    public sealed record Forget(bool IsConfirmed) : FlairCommand;
}
