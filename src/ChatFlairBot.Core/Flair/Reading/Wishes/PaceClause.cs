using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>immediately</c>, <c>daily</c>, <c>weekly</c>.</summary>
internal sealed class PaceClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "hourly" or "monthly" or "quarterly" or "yearly" || Pace(words).Length > 0;

    public void Read(Words words, WishDraft draft)
    {
        var (pace, length) = Pace(words);
        if (pace is { } known) draft.Pace = known;
        else draft.Fault(words.Now.Text, "is no pace I keep: write immediately, daily or weekly");
        words.Skip(Math.Max(length, 1));
    }

    private static (Pace? Pace, int Length) Pace(Words words) => (words.Key(), words.Key(1), words.Key(2)) switch
    {
        ("immediately" or "immediate" or "now" or "live" or "instantly" or "instant", _, _) => (Announcing.Pace.Immediately, 1),
        ("at", "once", _) or ("right", "away", _) => (Announcing.Pace.Immediately, 2),
        ("daily", _, _) => (Announcing.Pace.Daily, 1),
        ("once", "a" or "per" or "every", "day") => (Announcing.Pace.Daily, 3),
        ("weekly", _, _) => (Announcing.Pace.Weekly, 1),
        ("every", "week", _) => (Announcing.Pace.Weekly, 2),
        ("once", "a" or "per" or "every", "week") => (Announcing.Pace.Weekly, 3),
        _ => (null, 0),
    };
}
