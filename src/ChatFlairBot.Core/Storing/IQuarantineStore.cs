namespace ChatFlairBot.Core.Storing;

/// <summary>Keeps the polls that are held back, at most one for each source.</summary>
public interface IQuarantineStore
{
    Task<IReadOnlyList<HeldPoll>> ListAsync(CancellationToken token);

    /// <summary>Writes down what somebody decided; whoever polls carries it out. Also works beside a running bot.</summary>
    /// <returns>False when nothing of that source is held back any more.</returns>
    Task<bool> DecideAsync(string source, HeldWish wish, string by, CancellationToken token);

    /// <summary>Opens a held poll as a draft, compared with the snapshot as it is now.</summary>
    /// <returns>Null when it is not held any more.</returns>
    Task<IPollDraft?> ReopenAsync(HeldPoll held, CancellationToken token);

    /// <summary>Forgets a held poll.</summary>
    Task DropAsync(HeldPoll held, CancellationToken token);
}
