using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Cards;

/// <summary>Puts a milestone into words: "reached 1,000 reputation".</summary>
public static class MilestoneWords
{
    /// <summary>What somebody did, as the rest of a sentence that begins with their name.</summary>
    public static string Deed(MilestoneKey key, long height, string? label) => key.Kind switch
    {
        MilestoneKey.ReputationKind => $"reached {CardMaker.Number(height)} reputation",
        MilestoneKey.LevelKind => $"reached level {CardMaker.Number(height)}",
        MilestoneKey.BadgeKind => $"earned {Badge(key, label)}",
        MilestoneKey.RankKind => Rank(-height),
        MilestoneKey.ExpertKind => $"is now an expert on {Label(label) ?? Label(key.Detail)}",
        MilestoneKey.FirstKind => "earned the first points",
        MilestoneKey.CollectiveKind => $"reached {CardMaker.Number(height)} reputation together",
        _ => $"reached {Label(key.Detail)}",
    };

    /// <summary>What a key is called in lists and answers: "1,000 reputation".</summary>
    public static string Noun(MilestoneKey key, string? label) => key.Kind switch
    {
        MilestoneKey.ReputationKind when long.TryParse(key.Detail, CultureInfo.InvariantCulture, out var score) => $"{CardMaker.Number(score)} reputation",
        MilestoneKey.LevelKind => $"level {key.Detail}",
        MilestoneKey.BadgeKind => Badge(key, label),
        MilestoneKey.RankKind => key.Detail == "1" ? "first place" : $"a place among the top {key.Detail}",
        MilestoneKey.ExpertKind => $"expert on {Label(label) ?? Label(key.Detail)}",
        MilestoneKey.FirstKind => "the first points",
        _ => $"{key.Kind} {Label(key.Detail)}",
    };

    /// <summary>Whose milestone it is, as a card calls them.</summary>
    public static string Who(Announcement announcement, string title) =>
        !announcement.IsCollective ? CardMaker.Name(announcement.Standing) : Label(announcement.Label) is { } group ? group : $"Everybody on {title}";

    // Some platforms count badges without naming each.
    private static string Badge(MilestoneKey key, string? label) =>
        Label(label) is { } name ? $"the {key.Detail.Split(':')[0]} badge “{name}”" : $"a {key.Detail.Split(':')[0]} badge";

    private static string Rank(long rank) => rank == 1 ? "took first place" : $"is among the top {CardMaker.Number(rank)}";

    private static string? Label(string? text) => text is not null && PlainText.OneLine(text) is { Length: > 0 } line ? CardMaker.Cut(line) : null;
}
