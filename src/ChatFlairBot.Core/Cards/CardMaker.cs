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

    /// <summary>A digest shows so many lines and counts the rest: no platform takes much longer messages.</summary>
    public const int MostDigestLines = 40;

    /// <summary>What one in ten has is no rarity.</summary>
    private const double MostShareOfFew = 0.1;

    /// <summary>One sign as people see it may be piled up from any number of marks, so the name's characters are bounded too.</summary>
    private const int MostCharacters = 3 * LongestName;

    /// <param name="announcement">What is celebrated.</param>
    /// <param name="rarity">How many stand there; told only where it is rare.</param>
    public Card Milestone(Announcement announcement, Rarity? rarity = null)
    {
        var standing = announcement.Standing;
        var source = Title(standing.Person.Source);
        var title = $"{MilestoneWords.Who(announcement, source)} {MilestoneWords.Deed(announcement.Key, announcement.Height, announcement.Label)}";
        var few = Few(announcement, rarity);
        return new Card(CardKind.Milestone, title, $"{title} on {source}.{(few is null ? "" : $" {few}")}")
        {
            Text = few,
            Link = WebAddress.Of(standing.Link),
            Avatar = announcement.IsCollective ? null : Avatar(standing),
            // Somebody who fell below again keeps the card; "990 of 1,000 to the next" would only confuse.
            Progress = announcement.Key.Kind is MilestoneKey.ReputationKind && standing.Score >= announcement.Height ? Progress(standing.Score) : null,
            Footer = source,
        };
    }

    /// <summary>Several milestones in one message, a line each, those of the same source together.</summary>
    public Card Digest(IReadOnlyList<Announcement> lines)
    {
        var title = lines.Count == 1 ? "One milestone" : $"{Number(lines.Count)} milestones";
        var shown = lines.Take(MostDigestLines).ToList();
        var rows = shown.Select(one => new CardRow(
            "",
            MilestoneWords.Who(one, Title(one.Standing.Person.Source)),
            $"{MilestoneWords.Deed(one.Key, one.Height, one.Label)}{(titles.Count > 1 ? $" · {Title(one.Standing.Person.Source)}" : "")}",
            WebAddress.Of(one.Standing.Link)));
        var first = shown.Take(3).Select(one => $"{MilestoneWords.Who(one, Title(one.Standing.Person.Source))} {MilestoneWords.Deed(one.Key, one.Height, one.Label)}");
        return new Card(CardKind.Digest, title, $"{title}: {string.Join("; ", first)}{(lines.Count > 3 ? $"; and {Number(lines.Count - 3)} more" : "")}.")
        {
            Rows = [.. rows],
            Text = lines.Count > shown.Count ? $"The first {shown.Count}; {Number(lines.Count - shown.Count)} more are in the ledger: /flair why @name tells each." : null,
            Footer = titles.Count == 1 ? titles.Values.First() : null,
        };
    }

    public static Card Notice(Notice notice) => new(CardKind.Notice, notice.Title, $"{notice.Title}. {notice.Text}") { Text = notice.Text };

    /// <summary>Everything a person, or a member who is several people, has earned: a row for each source, one way to the nearest milestone.</summary>
    /// <param name="ranked">Their standings, 1 or more; the first gives the picture.</param>
    /// <param name="name">What the chat calls them now; null for the source's own name.</param>
    public Card Flair(IReadOnlyList<RankedStanding> ranked, string? name = null)
    {
        var first = ranked[0].Standing;
        var called = name is null ? Name(first) : Name(first with { Name = name });
        var sentences = ranked.Select(one => $"{Number(one.Standing.Score)} reputation on {Title(one.Standing.Person.Source)}, rank {Place(one)}");
        return new Card(CardKind.Flair, called, $"{called} has {string.Join("; ", sentences)}.")
        {
            Link = WebAddress.Of(first.Link),
            Avatar = Avatar(first),
            Facts = ranked.Count > 1 ? [] : [new("Reputation", Number(first.Score)), new("Rank", Place(ranked[0])), .. FlairFacts.Of(first.Honours)],
            Rows = ranked.Count == 1 ? [] : [.. ranked.Select(one => new CardRow(
                "", Title(one.Standing.Person.Source), FlairFacts.Row(one.Standing, Place(one)), WebAddress.Of(one.Standing.Link)))],
            Tags = FlairFacts.Tags(ranked.Select(one => one.Standing.Honours)),
            Progress = ranked.Select(one => Progress(one.Standing.Score, ranked.Count > 1 ? Title(one.Standing.Person.Source) : null)).OfType<CardProgress>().MinBy(one => one.Goal - one.Value),
            Footer = ranked.Count == 1 ? Title(first.Person.Source) : null,
        };
    }

    /// <param name="source">Whose people.</param>
    /// <param name="top">In the order in which they are shown.</param>
    /// <param name="isByScore">Whether that is the order of their scores: then those with the same score share a place.</param>
    public Card Top(string source, IReadOnlyList<Standing> top, bool isByScore = true)
    {
        var title = $"Top {top.Count} on {Title(source)}";
        var rows = top.Select((one, index) => new CardRow(Number(isByScore ? RankAmong(top, index) : index + 1), Name(one), Number(one.Score), WebAddress.Of(one.Link)));
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
        return line.Length > 0 && Cut(line) is { Length: > 0 } name ? name : $"Person {standing.Person.Number}";
    }

    /// <summary>One line, cut between characters as people see them.</summary>
    internal static string Cut(string line)
    {
        var starts = StringInfo.ParseCombiningCharacters(line);
        if (starts.Length is > 0 and <= LongestName && line.Length <= MostCharacters) return line;
        var end = starts.Take(LongestName).LastOrDefault(start => start <= MostCharacters);
        return end > 0 ? line[..end] + "…" : "";
    }

    // Equal scores share a rank, as they do in FindAsync.
    private static int RankAmong(IReadOnlyList<Standing> top, int index)
    {
        while (index > 0 && top[index - 1].Score == top[index].Score) index--;
        return index + 1;
    }

    private static CardPicture Avatar(Standing standing) => new(WebAddress.Of(standing.Avatar), $"Avatar of {Name(standing)}");

    private static string Place(RankedStanding ranked) => $"{Number(ranked.Rank)} of {Number(ranked.Of)}";

    // "7 of 1,240 people are here" is worth a line only where few are.
    private static string? Few(Announcement announcement, Rarity? rarity) =>
        rarity is { Of: >= 20 } known && known.Share <= MostShareOfFew && !announcement.IsCollective && announcement.Key.Kind is not MilestoneKey.RankKind
            ? known.People == 1 ? $"The first of {Number(known.Of)} people here." : $"{Number(known.People)} of {Number(known.Of)} people are here."
            : null;

    private CardProgress? Progress(long score, string? on = null) =>
        rules.NextAbove(score) is { } next
            ? new(score, next, $"{Number(next - score)} more to reach {Number(next)}{(on is null ? "" : $" on {on}")}")
            : null;
}
