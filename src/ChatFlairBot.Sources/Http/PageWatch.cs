namespace ChatFlairBot.Sources.Http;

/// <summary>Notices lists that never end: more pages than the first one announced, or the same page again and again.</summary>
internal sealed class PageWatch
{
    /// <summary>Where nobody says how many pages there are: 200,000 people at 100 a page.</summary>
    private const long MostPagesUntold = 2_000;

    private const long MostPages = 100_000;

    private long? _most;
    private (long? First, long? Last)? _previous;

    /// <param name="page">Which page it is, from 1.</param>
    /// <param name="pages">How many there are, if the platform says.</param>
    /// <param name="first">Who stands first on it, or null on an empty page.</param>
    /// <param name="last">Who stands last on it.</param>
    public bool IsEndless(long page, long? pages, long? first, long? last)
    {
        // Twice what the first page announced is more than any site grows while it is read.
        _most ??= (2 * Math.Clamp(pages ?? MostPagesUntold, 1, MostPages)) + 10;
        var isRepeated = first is not null && (first, last) == _previous;
        if (first is not null) _previous = (first, last);
        return isRepeated || page > _most;
    }
}
