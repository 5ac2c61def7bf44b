using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>Something a person, or everybody together, reached for the first time.</summary>
/// <param name="Person">Who; number 0 for everybody together.</param>
/// <param name="Key">What; unique for a person for ever.</param>
/// <param name="Height">Orders milestones of one kind: of several reached at once the highest is celebrated.</param>
/// <param name="Rule">The rule that found it, with its version, for the ledger.</param>
public sealed record Milestone(PersonId Person, MilestoneKey Key, long Height, RuleVersion Rule)
{
    /// <summary>What the key calls by an id only: a badge's name.</summary>
    public string? Label { get; init; }
}

/// <summary>Which rule, and which edition of it, found a milestone.</summary>
public readonly record struct RuleVersion(string Name, int Version);
