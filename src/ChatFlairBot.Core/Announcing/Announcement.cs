using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Announcing;

/// <summary>A ledger row that is to be celebrated, with the person as the snapshot knows them now.</summary>
/// <param name="Number">The ledger row.</param>
/// <param name="Key">What was reached.</param>
/// <param name="Height">Its place among milestones of its kind.</param>
/// <param name="ReachedAt">When the poll that saw it was accepted.</param>
/// <param name="Standing">The person's words and score now.</param>
public sealed record Announcement(long Number, MilestoneKey Key, long Height, DateTimeOffset ReachedAt, Standing Standing);
