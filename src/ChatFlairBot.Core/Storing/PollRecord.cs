using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>What the log of polls keeps of one poll.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="StartedAt">When its first request was made.</param>
/// <param name="FinishedAt">When it was accepted or given up.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was not accepted, or null.</param>
/// <param name="People">Different people seen.</param>
/// <param name="StatedTotal">How many people the platform said it has, when it said so.</param>
/// <param name="Changed">People whose score or words differ from the snapshot, new ones included.</param>
/// <param name="Milestones">Milestones reached.</param>
public sealed record PollRecord(
    string Source,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    PollOutcome Outcome,
    string? Reason,
    long People,
    long? StatedTotal,
    long Changed,
    int Milestones)
{
    /// <summary>The site that was polled, which its snapshot keeps.</summary>
    public string? Site { get; init; }

    /// <summary>People whom the snapshot lists and the platform did not send: unknown, not gone.</summary>
    public long Absent { get; init; }

    /// <summary>People with a number that nobody can have; they are passed over.</summary>
    public int Impossible { get; init; }

    /// <summary>The source's fault that ended the poll, for whoever ran it; a store keeps only the reason.</summary>
    public SourceFault? Fault { get; init; }
}

/// <summary>How a poll ended.</summary>
public enum PollOutcome
{
    /// <summary>Everybody was read, and the snapshot is theirs.</summary>
    Complete,

    /// <summary>The platform sent fewer people than it announced; the last snapshot stands.</summary>
    Incomplete,

    /// <summary>It looks wrong and is held back whole; the last snapshot stands until somebody decides or a better poll comes.</summary>
    Quarantined,

    /// <summary>The platform could not be read or the store not be written; the last snapshot stands.</summary>
    Failed,
}
