namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>quiet 18:00-08:00</c>, <c>quiet from 18 to 8</c>, <c>quiet off</c>.</summary>
internal sealed class QuietClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "quiet" || (words.Key() is "no" && words.Key(1) is "quiet");

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        var isOff = words.Take("no");
        words.Skip(1);
        words.Take("hours", "time");
        if (isOff || words.Take("off", "never", "none", "no"))
        {
            (draft.IsQuietOff, draft.Quiet) = (true, null);
            return;
        }

        words.Take("from", "between");
        if (TakeRange(words) is { } range && range.From != range.Until)
        {
            (draft.IsQuietOff, draft.Quiet) = (false, range);
            return;
        }

        SkipTimes(words);
        draft.Fault(words.Since(start), "names no quiet hours: write quiet 18:00-08:00, or quiet off");
    }

    private static (TimeOnly From, TimeOnly Until)? TakeRange(Words words)
    {
        if (words.Key().Split('-') is [var left, var right] && TimesOfDay.Read(left) is { } first && TimesOfDay.Read(right) is { } last)
        {
            words.Skip(1);
            return (first, last);
        }

        if (TimesOfDay.Take(words) is not { } from) return null;
        words.Take("to", "-", "until", "till", "and");
        return TimesOfDay.Take(words) is { } until ? (from, until) : null;
    }

    // What was meant as hours must not be taken for something else.
    private static void SkipTimes(Words words)
    {
        while (words.Key() is "to" or "until" or "till" || IsLikeTime(words.Key())) words.Skip(1);
    }

    private static bool IsLikeTime(string key) => key.Length > 0 && key.All(sign => char.IsAsciiDigit(sign) || sign is ':' or '-' or '.' or 'h' or 'a' or 'p' or 'm');
}
