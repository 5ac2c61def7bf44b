using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>A row of the ledger with everything that was done about it: what <c>why</c> tells.</summary>
/// <param name="Number">The ledger row.</param>
/// <param name="Person">Whose it is; number 0 for everybody together.</param>
/// <param name="Key">What was reached.</param>
/// <param name="Label">What the key calls by an id only.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="ScoreBefore">The score of the accepted poll before.</param>
/// <param name="ScoreAfter">The score of the poll that saw it.</param>
/// <param name="PolledAt">When that poll began.</param>
/// <param name="IsCelebrated">False for the lower ones of a jump, and for what was seeded silently.</param>
/// <param name="Deliveries">What became of it in each channel that was asked.</param>
public sealed record LedgerEntry(
    long Number,
    PersonId Person,
    MilestoneKey Key,
    string? Label,
    RuleVersion Rule,
    long ScoreBefore,
    long ScoreAfter,
    DateTimeOffset PolledAt,
    bool IsCelebrated,
    IReadOnlyList<DeliveryTrace> Deliveries);

/// <summary>What became of a milestone in one channel.</summary>
/// <param name="Key">The delivery's key.</param>
/// <param name="Channel">Where.</param>
/// <param name="State">How far it came.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it is or was due.</param>
/// <param name="SettledAt">When the last attempt ended, or null.</param>
/// <param name="MessageId">The platform's receipt, of the digest when it was a line of one.</param>
/// <param name="Reason">Why it was not sent, or not at once.</param>
public sealed record DeliveryTrace(
    string Key, ChannelAddress Channel, DeliveryState State, int Attempts, DateTimeOffset DueAt, DateTimeOffset? SettledAt, string? MessageId, string? Reason);
