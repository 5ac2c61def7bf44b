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

    /// <summary>The site that the snapshot is of, or null when no poll told.</summary>
    string? Site { get; }

    /// <summary>Compares a standing with the snapshot and holds it aside when it differs.</summary>
    Sighting See(Standing standing);

    /// <summary>The changes held aside, in the order in which they were seen.</summary>
    IEnumerable<StandingChange> Changes { get; }

    /// <summary>
    /// Writes snapshot, ledger and announcements in one transaction, the announcements as pending. A milestone that the
    /// ledger already has is left as it is and not announced again.
    /// </summary>
    /// <returns>How many milestones were new to the ledger.</returns>
    /// <exception cref="StoreException">Nothing was written: the disk is full, the file is damaged, another process moved the snapshot.</exception>
    Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, CancellationToken token);
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
}
