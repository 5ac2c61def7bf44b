namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>max 3</c>, <c>max 3 a day</c>, <c>budget 3</c>, <c>3 a day</c>, <c>no limit</c>.</summary>
internal sealed class BudgetClause : IWishClause
{
    private const int Most = 1_000;

    public bool Starts(Words words) =>
        words.Key() is "max" or "maximum" or "budget" or "limit" or "unlimited" || IsNone(words)
        || (words.Key() is "at" && words.Key(1) is "most") || (words.Key() is "up" && words.Key(1) is "to") || Rates.Starts(words);

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        if (IsNone(words) || words.Key() is "unlimited")
        {
            words.Skip(words.Key() is "no" ? 2 : 1);
            draft.CardsPerDay = 0;
            return;
        }

        if (!words.Take("max", "maximum", "budget", "limit") && words.Key() is "at" or "up") words.Skip(2);
        words.Take("of", "to");
        if (TakeCards(words) is { } cards) draft.CardsPerDay = cards;
        else draft.Fault(words.Since(start), $"is no number of cards a day from 0 to {Most:N0}: write max 3 a day, or no limit");
    }

    private static bool IsNone(Words words) => words.Key() is "no" && words.Key(1) is "limit" or "limits" or "budget" or "max" or "maximum";

    private static int? TakeCards(Words words)
    {
        if (Rates.Take(words) is { } rate) return rate.Days == 1 && Whole(rate.Count) is { } cards ? cards : null;
        if (words.Take("none", "off", "unlimited")) return 0;
        if (Numbers.Read(words.Key()) is not { } count)
        {
            // "max -3" and "max 2.5" are meant, "max daily" is cut short.
            if (words.Key().Any(char.IsAsciiDigit)) words.Skip(1);
            return null;
        }

        words.Skip(1);
        words.Take("card", "cards");
        return Whole(count);
    }

    private static int? Whole(double count) => count is >= 0 and <= Most && Math.Abs(count - Math.Round(count)) < double.Epsilon ? (int)count : null;
}
