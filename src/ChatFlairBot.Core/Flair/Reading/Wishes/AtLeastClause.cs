namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>at least 1000</c>, <c>from 1000</c>, <c>1000+</c>.</summary>
internal sealed class AtLeastClause : IWishClause
{
    public bool Starts(Words words) =>
        words.Key() is "atleast" or "minimum" or "min" || (words.Key() is "at" && words.Key(1) is "least")
        || (words.Key() is "from" && Numbers.Read(words.Key(1)) is not null) || Marked(words.Key()) is not null || IsMore(words);

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        if (!words.Take("from", "atleast", "minimum", "min") && words.Take("at")) words.Skip(1);
        var points = Marked(words.Key()) ?? Numbers.Read(words.Key());
        if (points is not null)
        {
            words.Skip(IsMore(words) ? 3 : 1);
            words.Take("points", "reputation", "rep");
        }

        if (points is <= Points.Most) draft.AtLeast = points;
        else draft.Fault(words.Since(start), "needs a number of points, up to 100,000,000: write at least 1000");
    }

    private static bool IsMore(Words words) => words.Key(1) is "or" && words.Key(2) is "more" or "above" or "up" && Numbers.Read(words.Key()) is not null;

    // "1000+", ">=1000" and "≥1000"
    private static long? Marked(string key) =>
        key.EndsWith('+') ? Numbers.Read(key[..^1])
        : key.StartsWith(">=", StringComparison.Ordinal) ? Numbers.Read(key[2..])
        : key.StartsWith('≥') ? Numbers.Read(key[1..])
        : null;
}
