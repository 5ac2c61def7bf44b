namespace ChatFlairBot.Core.Storing;

/// <summary>Everything the bot remembers, in one place that is opened at start and closed at the end.</summary>
public interface IStore : IDisposable
{
    IPollStore Polls { get; }

    IDeliveryStore Deliveries { get; }

    IStandingReader People { get; }

    IQuarantineStore Quarantine { get; }

    ISubscriptionStore Subscriptions { get; }

    IMemberStore Members { get; }

    ILedgerReader Ledger { get; }

    IHistoryStore History { get; }

    IWorkspaceStore Workspaces { get; }

    ICongratulationStore Congratulations { get; }

    /// <summary>Keeps a fact for the next start; null takes it away.</summary>
    Task KeepAsync(string key, string? value, CancellationToken token);

    /// <summary>What was kept under a key, or null.</summary>
    Task<string?> KeptAsync(string key, CancellationToken token);

    /// <summary>Whether this is an older copy than this place has seen before: then what lies between is not celebrated again.</summary>
    bool IsOlderCopy { get; }

    /// <summary>Reads everything and compares it with the store's own rules; takes seconds for a large one.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    void Verify();
}
