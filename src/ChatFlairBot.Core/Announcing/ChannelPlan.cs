namespace ChatFlairBot.Core.Announcing;

/// <summary>What a channel hears now. A line in neither list goes on waiting.</summary>
/// <param name="Cards">The lines that get a message of their own, in this order.</param>
/// <param name="Digest">The lines of the one digest, in this order, after the cards; empty for no digest, never just one.</param>
/// <param name="LaterUntil">When the lines that go on waiting are due again, or null when none does.</param>
public sealed record ChannelPlan(IReadOnlyList<long> Cards, IReadOnlyList<long> Digest, DateTimeOffset? LaterUntil);
