using System.Globalization;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>A milestone's stable name within a person, such as <c>reputation:1000</c>.</summary>
/// <param name="Kind">The family: <c>reputation</c>.</param>
/// <param name="Detail">What tells it from others of its family: <c>1000</c>.</param>
public readonly record struct MilestoneKey(string Kind, string Detail)
{
    /// <summary>The family of milestones that a score reaches.</summary>
    public const string ReputationKind = "reputation";

    public static MilestoneKey Reputation(long score) => new(ReputationKind, score.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static MilestoneKey Parse(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? new(text[..colon], text[(colon + 1)..])
            : throw new FormatException($"'{text}' is no milestone key: it has no kind before a colon.");

    public override string ToString() => $"{Kind}:{Detail}";
}

/// <summary>Something a person reached for the first time.</summary>
/// <param name="Person">Who.</param>
/// <param name="Key">What; unique for a person for ever.</param>
/// <param name="Height">Orders milestones of one kind: of several reached at once the highest is celebrated.</param>
/// <param name="Rule">The rule that found it, with its version, for the ledger.</param>
public sealed record Milestone(PersonId Person, MilestoneKey Key, long Height, RuleVersion Rule);

/// <summary>Which rule, and which edition of it, found a milestone.</summary>
public readonly record struct RuleVersion(string Name, int Version);
