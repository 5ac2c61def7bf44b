namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps the snapshots, the ledger and the log of polls.</summary>
public interface IPollStore
{
    /// <summary>Opens one poll's view of a source's snapshot. Nothing is locked and nothing written until it is committed.</summary>
    Task<IPollDraft> BeginAsync(string source, CancellationToken token);

    /// <summary>Writes down a poll that was not accepted; snapshot and ledger stay as they are.</summary>
    /// <param name="poll">What the log of polls keeps of it.</param>
    /// <param name="notice">Told once until a poll is accepted; null for what mends itself.</param>
    /// <param name="token">Ends the call before anything is written.</param>
    Task RecordRefusedAsync(PollRecord poll, TroubleNotice? notice, CancellationToken token);

    /// <summary>The last poll of each source, accepted or not, by the source's name.</summary>
    Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token);
}
