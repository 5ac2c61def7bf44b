using System.Collections.Concurrent;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IPollStore"/>
internal sealed class SqlitePollStore(SqliteDatabase database, KeyedHash hash) : IPollStore
{
    private const string Columns = "source.name, started_at, finished_at, outcome, reason, poll.people, stated_total, changed, milestones, absent, impossible";

    private readonly ConcurrentDictionary<string, SnapshotIndex> _indexes = new(StringComparer.OrdinalIgnoreCase);

    public Task<IPollDraft> BeginAsync(string source, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Task.FromResult<IPollDraft>(database.Read(reader => Draft(reader, source)));
    }

    public Task RecordRefusedAsync(PollRecord poll, TroubleNotice? notice, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            var source = SqliteSources.FindOrAdd(writer, poll.Source);
            if (notice is not null) SqliteSources.TellOnce(writer, source, notice, poll.FinishedAt);
            return Insert(writer, source, poll);
        },
        token);

    public Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<PollRecord>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT {Columns} FROM poll JOIN source ON source.number = poll.source
            WHERE poll.number IN (SELECT MAX(number) FROM poll GROUP BY source) ORDER BY source.name
            """,
            Record)));

    /// <summary>Forgets what is in memory of a source's snapshot: somebody wrote to it.</summary>
    internal void Reload(string source) => _indexes.TryRemove(source, out _);

    internal SqlitePollDraft Draft(SqliteSession reader, string source)
    {
        var number = SqliteSources.Find(reader, source);
        var last = reader.Query($"SELECT {Columns} FROM poll JOIN source ON source.number = poll.source WHERE source.number = $1 AND outcome = 'Complete' ORDER BY poll.number DESC LIMIT 1", Record, number).SingleOrDefault();
        var known = reader.Query("SELECT site, people, is_seeding FROM source WHERE number = $1", row => (Site: row.Text(0), People: row.GetInt64(1), IsSeeding: row.GetBoolean(2)), number).SingleOrDefault();
        var state = new SqliteDraftState(last, known.Site, known.People, known.IsSeeding, Forgotten(reader));
        var index = _indexes.GetOrAdd(source, _ => SnapshotIndex.Load(reader, number ?? 0));
        return new SqlitePollDraft(database, index, hash, state, next => _indexes[source] = next, () => Reload(source));
    }

    internal static PollRecord Record(SqliteDataReader row) => Record(row, 0);

    internal static PollRecord Record(SqliteDataReader row, int first) =>
        new(
            row.GetString(first),
            row.Time(first + 1),
            row.Time(first + 2),
            Enum.Parse<PollOutcome>(row.GetString(first + 3)),
            row.Text(first + 4),
            row.GetInt64(first + 5),
            row.IsDBNull(first + 6) ? null : row.GetInt64(first + 6),
            row.GetInt64(first + 7),
            row.GetInt32(first + 8))
        {
            Absent = row.GetInt64(first + 9), Impossible = row.GetInt32(first + 10),
        };

    /// <returns>The poll's number.</returns>
    internal static long Insert(SqliteSession writer, long source, PollRecord poll) => writer.Scalar<long>(
        """
        INSERT INTO poll (source, started_at, finished_at, outcome, reason, people, stated_total, changed, milestones, absent, impossible)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING number
        """,
        source,
        poll.StartedAt.ToUnixTimeMilliseconds(),
        poll.FinishedAt.ToUnixTimeMilliseconds(),
        poll.Outcome.ToString(),
        poll.Reason,
        poll.People,
        poll.StatedTotal,
        poll.Changed,
        poll.Milestones,
        poll.Absent,
        poll.Impossible);

    private static HashSet<string> Forgotten(SqliteSession reader) =>
        [.. reader.Query("SELECT person FROM consent WHERE is_forgotten = 1", row => row.GetString(0))];
}
