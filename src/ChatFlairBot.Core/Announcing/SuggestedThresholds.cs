namespace ChatFlairBot.Core.Announcing;

/// <summary>Thresholds for a wanted rate.</summary>
/// <param name="Thresholds">Reputation, ascending.</param>
/// <param name="PerWeek">How many milestones a week they would have celebrated.</param>
public sealed record SuggestedThresholds(IReadOnlyList<long> Thresholds, double PerWeek);
