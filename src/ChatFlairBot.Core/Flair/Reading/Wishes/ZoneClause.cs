namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>in Europe/Berlin</c>, <c>zone America/New_York</c>, or any word with a slash within.</summary>
internal sealed class ZoneClause : IWishClause
{
    public bool Starts(Words words) =>
        words.Key() is "zone" or "timezone" or "tz" || (words.Key() is "time" && words.Key(1) is "zone") || IsZone(words.Key()) || (words.Key() is "in" && IsZone(words.Key(1)));

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        words.Take("in", "time");
        words.Take("zone", "timezone", "tz");
        if (words.IsAtEnd) draft.Fault(words.Since(start), "needs the name of a time zone: write zone Europe/Berlin");
        else draft.Zone = words.Take().Text;
    }

    // Neither a rate such as 3/day nor a web address.
    private static bool IsZone(string key)
    {
        if (key is "utc" or "gmt") return true;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < key.Length - 1 && char.IsAsciiLetter(key[0]) && !key.Contains("//", StringComparison.Ordinal);
    }
}
