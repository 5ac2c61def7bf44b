namespace ChatFlairBot.Core.Milestones;

/// <summary>A milestone with what the ledger keeps beside it.</summary>
/// <param name="Milestone">What was reached.</param>
/// <param name="ScoreBefore">The score that the poll before saw.</param>
/// <param name="ScoreAfter">The score that this poll saw.</param>
/// <param name="IsCelebrated">False for the lower ones of a jump over several: they are recorded and not announced.</param>
public sealed record ReachedMilestone(Milestone Milestone, long ScoreBefore, long ScoreAfter, bool IsCelebrated);
