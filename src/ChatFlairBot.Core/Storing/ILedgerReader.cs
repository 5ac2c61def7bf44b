using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>Looks milestones and their deliveries up.</summary>
public interface ILedgerReader
{
    /// <summary>A person's milestones, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> OfPersonAsync(PersonId person, int most, CancellationToken token);

    /// <summary>The milestones that a card or digest carried, or that was to be one; empty when there is no such delivery.</summary>
    Task<IReadOnlyList<LedgerEntry>> OfDeliveryAsync(long delivery, CancellationToken token);

    /// <summary>The last thing that was posted to a channel, or null.</summary>
    Task<long?> LastDeliveryAsync(ChannelAddress channel, CancellationToken token);
}
