using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>
/// One poll on its way: what the snapshot knows, and the changes held aside until the poll is accepted.
/// Disposing it without a commit leaves no trace.
/// </summary>
public interface IPollDraft : IDisposable
{
    /// <summary>Whether no poll of this source was ever accepted: then everybody is new, and nothing is celebrated.</summary>
    bool IsFirst { get; }

    /// <summary>Whether the store is an older copy of itself: then what lies between is celebrated already, and this poll seeds silently.</summary>
    bool IsSeeding { get; }

    /// <summary>The site that the snapshot is of, or null when no poll told.</summary>
    string? Site { get; }

    /// <summary>People whom the snapshot knows and lists.</summary>
    long Known { get; }

    /// <summary>The last poll that was accepted, or null.</summary>
    PollRecord? LastAccepted { get; }

    /// <summary>Compares a standing with the snapshot and holds it aside when it differs.</summary>
    Sighting See(Standing standing);

    /// <summary>Known and listed people whom nobody has seen yet, in no order.</summary>
    /// <param name="most">At most so many.</param>
    IReadOnlyList<long> Unseen(int most);

    /// <summary>The changes held aside, in the order in which they were seen, with the honours of before.</summary>
    IEnumerable<StandingChange> Changes { get; }

    /// <summary>
    /// Writes snapshot, ledger and announcements in one transaction, the announcements as pending, and gives up what was held back
    /// before. A milestone that the ledger already has is left as it is and not announced again.
    /// </summary>
    /// <param name="poll">What the log of polls keeps of it.</param>
    /// <param name="milestones">What the rules of single people found.</param>
    /// <param name="rules">Rules that look at everybody together; they are asked within the transaction.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    /// <returns>How many milestones were new to the ledger.</returns>
    /// <exception cref="StoreException">Nothing was written: the disk is full, the file is damaged, another process moved the snapshot.</exception>
    Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, IReadOnlyList<ICrowdRule> rules, CancellationToken token);

    /// <summary>Holds the poll back whole, in the place of an earlier one of the same source; snapshot and ledger stay as they are.</summary>
    /// <param name="poll">What the log of polls keeps of it.</param>
    /// <param name="reasons">Why, each a sentence.</param>
    /// <param name="notice">Told once, until a poll of the source is accepted again.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    Task HoldAsync(PollRecord poll, IReadOnlyList<string> reasons, TroubleNotice notice, CancellationToken token);
}

/// <summary>What a poll learned from one standing.</summary>
public enum Sighting
{
    /// <summary>As the snapshot has it.</summary>
    Unchanged,

    /// <summary>Score or words differ from the snapshot.</summary>
    Changed,

    /// <summary>Nobody the snapshot knows.</summary>
    New,

    /// <summary>Seen before in this same poll: the list shifted while it was read. The first sighting stands.</summary>
    Repeated,

    /// <summary>Was listed, and is not any more.</summary>
    Hidden,

    /// <summary>Not listed, and never known; or somebody who asked to be forgotten.</summary>
    Passed,
}
