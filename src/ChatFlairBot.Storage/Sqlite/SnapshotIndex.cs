using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>
/// The hot half of one source's snapshot, kept in memory between polls: 28 bytes a person in arrays sorted by id.
/// </summary>
/// <remarks>
/// Platforms page by reputation, so the ids of one page are spread over the whole table: a range read for each page would read
/// the table once per page. One ordered read at the first poll after the start, then only arrays.
/// </remarks>
internal sealed class SnapshotIndex
{
    private readonly long[] _ids;
    private readonly long[] _scores;
    private readonly long[] _highWaters;
    private readonly int[] _words;

    private SnapshotIndex(int people)
    {
        _ids = new long[people];
        _scores = new long[people];
        _highWaters = new long[people];
        _words = new int[people];
    }

    public int Count => _ids.Length;

    public static SnapshotIndex Load(SqliteSession session, long source)
    {
        var index = new SnapshotIndex((int)session.Scalar<long>("SELECT COUNT(*) FROM standing WHERE source = $1", source));
        var slot = 0;
        session.Query(
            "SELECT id, score, high_water, words FROM standing WHERE source = $1 ORDER BY id",
            reader =>
            {
                index.Set(slot, reader.GetInt64(0), new Mark(reader.GetInt64(1), reader.GetInt64(2)), (int)reader.GetInt64(3));
                return slot++;
            },
            source);
        return index;
    }

    public Mark Mark(int slot) => new(_scores[slot], _highWaters[slot]);

    public long Id(int slot) => _ids[slot];

    public int Words(int slot) => _words[slot];

    /// <returns>The person's slot, or below 0 when the snapshot has no such person.</returns>
    /// <remarks>
    /// Ids are nearly dense, so where one should lie is guessed from its value and the guess is mended in doubling steps: three
    /// looks into memory where a plain binary search of a million takes twenty.
    /// </remarks>
    public int Find(long id)
    {
        if (_ids.Length == 0 || id < _ids[0] || id > _ids[^1]) return -1;
        var span = _ids[^1] - _ids[0];
        var low = span == 0 ? 0 : (int)((double)(id - _ids[0]) / span * (_ids.Length - 1));
        var high = low;
        for (var step = 1; low > 0 && _ids[low] > id; step *= 2) low = Math.Max(0, low - step);
        for (var step = 1; high < _ids.Length - 1 && _ids[high] < id; step *= 2) high = Math.Min(_ids.Length - 1, high + step);
        return Array.BinarySearch(_ids, low, high - low + 1, id);
    }

    /// <summary>The index after a poll was committed: this one brought up to date, or a larger one when people joined. The changes come sorted by id.</summary>
    public SnapshotIndex With(IReadOnlyList<StandingChange> sorted)
    {
        var added = sorted.Count(change => change.Before is null);
        var next = added == 0 ? this : new SnapshotIndex(Count + added);
        if (added > 0) next.Merge(this, sorted);
        foreach (var change in sorted)
        {
            next.Set(next.Find(change.After.Person.Number), change.After.Person.Number, change.Mark, change.After.WordsFingerprint);
        }

        return next;
    }

    private void Merge(SnapshotIndex old, IReadOnlyList<StandingChange> sorted)
    {
        var slot = 0;
        var kept = 0;
        foreach (var change in sorted.Where(change => change.Before is null))
        {
            while (kept < old.Count && old._ids[kept] < change.After.Person.Number) Set(slot++, old._ids[kept], old.Mark(kept), old._words[kept++]);
            _ids[slot++] = change.After.Person.Number;
        }

        while (kept < old.Count) Set(slot++, old._ids[kept], old.Mark(kept), old._words[kept++]);
    }

    private void Set(int slot, long id, Mark mark, int words)
    {
        _ids[slot] = id;
        _scores[slot] = mark.Score;
        _highWaters[slot] = mark.HighWater;
        _words[slot] = words;
    }
}
