using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>What the form lets one choose, in plain words.</summary>
public static class FormChoices
{
    public static IReadOnlyList<FormChoice> Kinds { get; } = [.. MilestoneKey.Kinds.Select(Kind)];

    public static IReadOnlyList<FormChoice> Paces { get; } =
    [
        new(nameof(Pace.Immediately), "Immediately", "A card for each, as soon as the channel is open"),
        new(nameof(Pace.Daily), "A digest a day", "All that came together, in one message"),
        new(nameof(Pace.Weekly), "A digest a week", "All that came together, in one message"),
    ];

    public static IReadOnlyList<FormChoice> Days { get; } = [.. SubscribeFields.Week.Select(day => new FormChoice(day.ToString(), day.ToString()))];

    /// <summary>Whether a subscription hears of a kind.</summary>
    public static bool HasKind(Subscription one, string kind) => one.Kinds.Count == 0 || one.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a subscription hears anything on a day.</summary>
    public static bool HasDay(Subscription one, string day) => one.Terms.Hours.WorkingDays is var days && (days.Count == 0 || days.Contains(Enum.Parse<DayOfWeek>(day)));

    /// <summary>The quiet hours as two fields, both empty for none.</summary>
    public static (TimeOnly? From, TimeOnly? Until) Quiet(Subscription one) =>
        one.Terms.Hours.Quiet is { } quiet && quiet.From != quiet.Until ? (quiet.From, quiet.Until) : (null, null);

    private static FormChoice Kind(string kind) => kind switch
    {
        MilestoneKey.ReputationKind => new(kind, "Reputation", "1,000 points, 5,000 points and so on"),
        MilestoneKey.LevelKind => new(kind, "Levels", "Level 5, where the platform has levels"),
        MilestoneKey.BadgeKind => new(kind, "Badges", "A badge that somebody earned"),
        MilestoneKey.RankKind => new(kind, "Places", "First place, or among the top ten"),
        MilestoneKey.ExpertKind => new(kind, "Expertise", "Somebody is now an expert on a subject"),
        MilestoneKey.FirstKind => new(kind, "First points", "The first that somebody earned"),
        MilestoneKey.CollectiveKind => new(kind, "Together", "What a department or everybody reached together"),
        _ => new(kind, kind),
    };
}
