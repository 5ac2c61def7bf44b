using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Everybody of a source together, as the snapshot is within the caller's transaction.</summary>
internal static class SqliteCrowd
{
    /// <summary>Enough for the first ten with many who share the tenth place.</summary>
    private const int Top = 50;

    public static Crowd Read(SqliteSession session, long source, string name)
    {
        var people = session.Scalar<long>("SELECT people FROM source WHERE number = $1", source);
        // A sum over some thousand different scores instead of all people.
        var total = session.Scalar<long>("SELECT COALESCE(SUM(score * people), 0) FROM score WHERE source = $1", source);
        var top = session.Query("SELECT id, score FROM standing WHERE source = $1 ORDER BY score DESC, id LIMIT $2", row => (row.GetInt64(0), row.GetInt64(1)), source, Top);
        return new Crowd(name, people, total, top, Groups(session, source));
    }

    private static Dictionary<string, long> Groups(SqliteSession session, long source) =>
        session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM memory WHERE source = $1 AND rule = 'has groups')", source) == 0
            ? []
            : session.Query(
                """
                SELECT named.value, SUM(standing.score) FROM person CROSS JOIN json_each(person.groups) AS named
                JOIN standing ON standing.source = person.source AND standing.id = person.id
                WHERE person.source = $1 AND person.groups IS NOT NULL GROUP BY named.value
                """,
                row => (Name: row.GetString(0), Sum: row.GetInt64(1)),
                source).ToDictionary(one => one.Name, one => one.Sum, StringComparer.Ordinal);
}
