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

    public const string LevelKind = "level";
    public const string BadgeKind = "badge";
    public const string RankKind = "rank";
    public const string ExpertKind = "expert";
    public const string FirstKind = "first";

    /// <summary>What a department or everybody together reached.</summary>
    public const string CollectiveKind = "collective";

    /// <summary>All families, as subscriptions and help name them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [ReputationKind, LevelKind, BadgeKind, RankKind, ExpertKind, FirstKind, CollectiveKind];

    public static MilestoneKey Reputation(long score) => new(ReputationKind, Number(score));

    public static MilestoneKey Level(int level) => new(LevelKind, Number(level));

    /// <summary><c>badge:gold:17</c>: the rank leads, so that cards can tell it; the name is looked up.</summary>
    public static MilestoneKey Badge(Badge badge) => new(BadgeKind, $"{Lower(badge.Rank.ToString())}:{badge.Id}");

    public static MilestoneKey Rank(int rank) => new(RankKind, Number(rank));

    public static MilestoneKey Expert(string subject) => new(ExpertKind, subject);

    public static MilestoneKey FirstPoints { get; } = new(FirstKind, "points");

    /// <param name="group">The department, or null for everybody at the source.</param>
    /// <param name="sum">What its people have together.</param>
    public static MilestoneKey Collective(string? group, long sum) => new(CollectiveKind, group is null ? Number(sum) : $"{Number(sum)}:{group}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static MilestoneKey Parse(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? new(text[..colon], text[(colon + 1)..])
            : throw new FormatException($"'{text}' is no milestone key: it has no kind before a colon.");

    public override string ToString() => $"{Kind}:{Detail}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

#pragma warning disable CA1308 // Part of the stable key, written in lower case.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
