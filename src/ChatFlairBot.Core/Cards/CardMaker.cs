using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Cards;

/// <summary>Makes the cards that show people. Totals only: never what somebody gained, lost, or when.</summary>
/// <param name="rules">Tell the next milestone.</param>
/// <param name="titles">What cards call a source, by its name.</param>
public sealed class CardMaker(MilestoneRules rules, IReadOnlyDictionary<string, string> titles)
{
    /// <summary>The longest name shown; longer ones end in an ellipsis.</summary>
    public const int LongestName = 100;

    /// <summary>One sign as people see it may be piled up from any number of marks, so the name's characters are bounded too.</summary>
    private const int MostCharacters = 3 * LongestName;

    public Card Milestone(Announcement announcement)
    {
        var standing = announcement.Standing;
        var reached = announcement.Key.Kind == MilestoneKey.ReputationKind
            ? $"{Number(announcement.Height)} reputation"
            : announcement.Key.Detail;
        var title = $"{Name(standing)} reached {reached}";
        return new Card(CardKind.Milestone, title, $"{title} on {Title(standing.Person.Source)}.")
        {
            Link = WebAddress.Of(standing.Link),
            Avatar = Avatar(standing),
            // Somebody who fell below again keeps the card; "990 of 1,000 to the next" would only confuse.
            Progress = standing.Score >= announcement.Height ? Progress(standing.Score) : null,
            Footer = Title(standing.Person.Source),
        };
    }

    public Card Flair(RankedStanding ranked)
    {
        var standing = ranked.Standing;
        var rank = $"{Number(ranked.Rank)} of {Number(ranked.Of)}";
        var summary = $"{Name(standing)} has {Number(standing.Score)} reputation on {Title(standing.Person.Source)}, rank {rank}.";
        return new Card(CardKind.Flair, Name(standing), summary)
        {
            Link = WebAddress.Of(standing.Link),
            Avatar = Avatar(standing),
            Facts = [new("Reputation", Number(standing.Score)), new("Rank", rank)],
            Progress = Progress(standing.Score),
            Footer = Title(standing.Person.Source),
        };
    }

    public Card Top(string source, IReadOnlyList<Standing> top)
    {
        var title = $"Top {top.Count} on {Title(source)}";
        var rows = top.Select((one, index) => new CardRow(Number(RankAmong(top, index)), Name(one), Number(one.Score), WebAddress.Of(one.Link)));
        var summary = $"{title}: {string.Join(", ", top.Take(3).Select(one => $"{Name(one)} {Number(one.Score)}"))}{(top.Count > 3 ? " …" : "")}";
        return new Card(CardKind.Leaderboard, title, summary) { Rows = [.. rows], Footer = Title(source) };
    }

    /// <summary>What cards call a source.</summary>
    public string Title(string source) => titles.GetValueOrDefault(source, source);

    /// <summary>A number as cards write it: 1,010.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A name on one line and of bounded length, cut between characters as people see them.</summary>
    public static string Name(Standing standing)
    {
        var line = PlainText.OneLine(standing.Name);
        var starts = StringInfo.ParseCombiningCharacters(line);
        if (starts.Length is > 0 and <= LongestName && line.Length <= MostCharacters) return line;
        var end = starts.Take(LongestName).LastOrDefault(start => start <= MostCharacters);
        return end > 0 ? line[..end] + "…" : $"Person {standing.Person.Number}";
    }

    // Equal scores share a rank, as they do in FindAsync.
    private static int RankAmong(IReadOnlyList<Standing> top, int index)
    {
        while (index > 0 && top[index - 1].Score == top[index].Score) index--;
        return index + 1;
    }

    private static CardPicture Avatar(Standing standing) => new(WebAddress.Of(standing.Avatar), $"Avatar of {Name(standing)}");

    private CardProgress? Progress(long score) =>
        rules.NextAbove(score) is { } next
            ? new(score, next, $"{Number(next - score)} more to reach {Number(next)}")
            : null;
}
