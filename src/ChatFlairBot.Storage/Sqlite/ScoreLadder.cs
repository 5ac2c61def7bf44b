using System.Collections.Concurrent;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>How many people stand above a score. Adding them up takes longer than everything else of a lookup, so the sums are kept until a score is written.</summary>
internal sealed class ScoreLadder
{
    private readonly long[] _scores;
    private readonly long[] _above;

    /// <param name="rungs">Scores with how many people have each, the highest first.</param>
    private ScoreLadder(List<(long Score, long People)> rungs)
    {
        _scores = new long[rungs.Count];
        _above = new long[rungs.Count + 1];
        for (var index = 0; index < rungs.Count; index++)
        {
            _scores[index] = rungs[index].Score;
            _above[index + 1] = _above[index] + rungs[index].People;
        }
    }

    public long Above(long score)
    {
        var (low, high) = (0, _scores.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_scores[middle] > score) low = middle + 1;
            else high = middle;
        }

        return _above[low];
    }

    /// <summary>The ladders of all sources, each of one state of the database.</summary>
    internal sealed class Shelf(SqliteDatabase database)
    {
        private readonly ConcurrentDictionary<long, (long Version, ScoreLadder Ladder)> _kept = new();

        public ScoreLadder Of(SqliteSession reader, long source)
        {
            // Taken before the reading: what is written meanwhile makes this one old at once.
            var version = database.ScoresVersion;
            if (_kept.TryGetValue(source, out var kept) && kept.Version == version) return kept.Ladder;
            var ladder = new ScoreLadder(reader.Query("SELECT score, people FROM score WHERE source = $1 ORDER BY score DESC", row => (row.GetInt64(0), row.GetInt64(1)), source));
            _kept[source] = (version, ladder);
            return ladder;
        }
    }
}
