namespace ChatFlairBot.Core.Storing;

/// <summary>A poll in quarantine.</summary>
/// <param name="Number">The poll's number in the log of polls.</param>
/// <param name="Poll">Its numbers.</param>
/// <param name="Reasons">Why it is held back, each a sentence.</param>
/// <param name="Changes">How many people it would change.</param>
/// <param name="Wish">What somebody decided and the bot has not carried out yet.</param>
/// <param name="WishedBy">Who.</param>
public sealed record HeldPoll(long Number, PollRecord Poll, IReadOnlyList<string> Reasons, long Changes, HeldWish? Wish, string? WishedBy);

/// <summary>What can be decided about a held poll.</summary>
public enum HeldWish
{
    /// <summary>It is true after all: accept it as if it had come now.</summary>
    Release,

    /// <summary>It is false: forget it.</summary>
    Discard,
}
