namespace ChatFlairBot.Core.Storing;

/// <summary>Everything the bot remembers, in one place that is opened at start and closed at the end.</summary>
public interface IStore : IDisposable
{
    IPollStore Polls { get; }

    IDeliveryStore Deliveries { get; }

    IStandingReader People { get; }

    /// <summary>Reads everything and compares it with the store's own rules; takes seconds for a large one.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    void Verify();
}
