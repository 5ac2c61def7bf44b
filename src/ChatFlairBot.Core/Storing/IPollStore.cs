namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps the snapshots, the ledger and the log of polls.</summary>
public interface IPollStore
{
    /// <summary>Opens one poll's view of a source's snapshot. Nothing is locked and nothing written until it is committed.</summary>
    Task<IPollDraft> BeginAsync(string source, CancellationToken token);

    /// <summary>Writes down a poll that was not accepted; snapshot and ledger stay as they are.</summary>
    Task RecordRefusedAsync(PollRecord poll, CancellationToken token);

    /// <summary>The last poll of each source, accepted or not, by the source's name.</summary>
    Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token);
}
