using ChatFlairBot.Core.Flair.Reading.Wishes;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads the wishes for a channel: clauses in any order, with any words between them.</summary>
internal static class WishReader
{
    // The order decides where clauses begin alike: "at least", "at 9" and "at 1000", "from 1000" and "from acme".
    private static readonly IWishClause[] Clauses =
    [
        new QuietClause(), new BudgetClause(), new PaceClause(), new AtLeastClause(), new ClockClause(), new ThresholdsClause(),
        new DaysClause(), new ZoneClause(), new KindsClause(), new GroupsClause(), new SourcesClause(), new ExceptClause(),
    ];

    private static readonly string[] Fillers =
    [
        "and", "or", "with", "only", "please", "me", "us", "to", "the", "this", "channel", "here", "card", "cards", "milestone", "milestones",
        "digest", "summary", "a", "an", "of", "for", "points", "hours", "in", "on", "at", "by", "but", "every", "each", "also", "&", "+", "-", ",",
    ];

    public static SubscriptionWish Read(IReadOnlyList<Word> all)
    {
        var (words, draft) = (new Words(all), new WishDraft());
        while (!words.IsAtEnd) ReadNext(words, draft);
        return draft.ToWish();
    }

    /// <summary>Reads one clause, or one word that belongs to none.</summary>
    public static void ReadNext(Words words, WishDraft draft)
    {
        var start = words.Position;
        if (Clause(words) is { } clause) clause.Read(words, draft);
        else if (!words.Take(Fillers)) ReadOther(words.Take(), draft);
        // A clause that takes nothing must not be asked for ever.
        if (words.Position == start) words.Skip(1);
    }

    /// <summary>Whether another clause begins here.</summary>
    public static bool StartsClause(Words words) => Clause(words) is not null;

    private static IWishClause? Clause(Words words) => Array.Find(Clauses, one => one.Starts(words));

    private static void ReadOther(Word word, WishDraft draft)
    {
        if (!word.IsQuoted && Numbers.ReadList(word.Key) is not null)
        {
            draft.Fault(word.Text, "alone could mean anything: write 1000+ or at 1000 for points, at 9:30 for a time, max 3 for cards a day");
            return;
        }

        draft.Others.AddRange(word.Parts);
    }
}
