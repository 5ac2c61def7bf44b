using System.Collections.Concurrent;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IPollStore"/>
internal sealed class SqlitePollStore(SqliteDatabase database) : IPollStore
{
    private readonly ConcurrentDictionary<string, SnapshotIndex> _indexes = new(StringComparer.OrdinalIgnoreCase);

    public Task<IPollDraft> BeginAsync(string source, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var draft = database.Read(reader =>
        {
            var number = SqliteSources.Find(reader, source);
            var isFirst = number is null
                || reader.Scalar<long>("SELECT COUNT(*) FROM (SELECT 1 FROM poll WHERE source = $1 AND outcome = 'Complete' LIMIT 1)", number) == 0;
            var index = _indexes.GetOrAdd(source, _ => SnapshotIndex.Load(reader, number ?? 0));
            var site = reader.Query("SELECT site FROM source WHERE number = $1", row => row.Text(0), number).FirstOrDefault();
            return new SqlitePollDraft(database, index, isFirst, site, next => _indexes[source] = next, () => _indexes.TryRemove(source, out _));
        });
        return Task.FromResult<IPollDraft>(draft);
    }

    public Task RecordRefusedAsync(PollRecord poll, CancellationToken token) =>
        database.WriteAsync(writer => Insert(writer, SqliteSources.FindOrAdd(writer, poll.Source), poll), token);

    public Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<PollRecord>>(
        database.Read(reader => reader.Query(
            """
            SELECT source.name, started_at, finished_at, outcome, reason, poll.people, stated_total, changed, milestones
            FROM poll JOIN source ON source.number = poll.source
            WHERE poll.number IN (SELECT MAX(number) FROM poll GROUP BY source)
            ORDER BY source.name
            """,
            row => new PollRecord(
                row.GetString(0),
                row.Time(1),
                row.Time(2),
                Enum.Parse<PollOutcome>(row.GetString(3)),
                row.Text(4),
                row.GetInt64(5),
                row.IsDBNull(6) ? null : row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt32(8)))));

    /// <returns>The poll's number.</returns>
    internal static long Insert(SqliteSession writer, long source, PollRecord poll) => writer.Scalar<long>(
        """
        INSERT INTO poll (source, started_at, finished_at, outcome, reason, people, stated_total, changed, milestones)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING number
        """,
        source,
        poll.StartedAt.ToUnixTimeMilliseconds(),
        poll.FinishedAt.ToUnixTimeMilliseconds(),
        poll.Outcome.ToString(),
        poll.Reason,
        poll.People,
        poll.StatedTotal,
        poll.Changed,
        poll.Milestones);
}
