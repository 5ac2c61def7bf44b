using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The kinds of milestones in plain words.</summary>
internal static class KindChoices
{
    public static IReadOnlyList<Choice> All { get; } = [.. MilestoneKey.Kinds.Select(Of)];

    private static Choice Of(string kind) => kind switch
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
