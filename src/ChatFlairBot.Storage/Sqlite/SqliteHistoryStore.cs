using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IHistoryStore"/>
internal sealed class SqliteHistoryStore(SqliteDatabase database) : IHistoryStore
{
    public Task<IReadOnlyList<Rise>> RisesAsync(IReadOnlyList<string> sources, DateTimeOffset since, CancellationToken token) => Task.FromResult<IReadOnlyList<Rise>>(
        database.Read(reader => reader.Query(
            """
            SELECT source.name, rise.id, poll.finished_at, before, after FROM poll JOIN source ON source.number = poll.source JOIN rise ON rise.poll = poll.number
            WHERE poll.finished_at >= $1 AND source.name IN (SELECT value FROM json_each($2)) ORDER BY poll.finished_at, poll.number, rise.id
            """,
            row => new Rise(new PersonId(row.GetString(0), row.GetInt64(1)), row.Time(2), row.GetInt64(3), row.GetInt64(4)),
            since.ToUnixTimeMilliseconds(),
            SqliteJson.Texts(sources) ?? "[]")));

    // By the polls of the source and the person's place in each: the key of the table, whatever else a poll saw.
    public Task<IReadOnlyList<Rise>> RisesOfAsync(PersonId person, CancellationToken token) => Task.FromResult<IReadOnlyList<Rise>>(
        database.Read(reader => reader.Query(
            """
            SELECT poll.finished_at, before, after FROM poll CROSS JOIN rise ON rise.poll = poll.number AND rise.id = $2
            WHERE poll.source = (SELECT number FROM source WHERE name = $1) ORDER BY poll.number
            """,
            row => new Rise(person, row.Time(0), row.GetInt64(1), row.GetInt64(2)),
            person.Source,
            person.Number)));

    public Task<IReadOnlyList<Standing>> TopSinceAsync(string source, DateTimeOffset since, int most, CancellationToken token) => Task.FromResult<IReadOnlyList<Standing>>(
        database.Read(reader => reader.Query(
            """
            SELECT source.name, person.id, person.name, standing.score, person.link, person.avatar FROM (
                SELECT poll.source AS source, rise.id AS id, SUM(after - before) AS gained FROM poll JOIN rise ON rise.poll = poll.number
                WHERE poll.source = (SELECT number FROM source WHERE name = $1) AND poll.finished_at >= $2 GROUP BY rise.id) AS risen
            JOIN source ON source.number = risen.source JOIN person ON person.source = risen.source AND person.id = risen.id
            JOIN standing ON standing.source = risen.source AND standing.id = risen.id
            ORDER BY gained DESC, standing.score DESC, person.id LIMIT $3
            """,
            row => row.Standing(0),
            source,
            since.ToUnixTimeMilliseconds(),
            most)));

    public Task<int> ForgetBeforeAsync(DateTimeOffset time, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            var before = time.ToUnixTimeMilliseconds();
            var forgotten = writer.Execute("DELETE FROM rise WHERE poll IN (SELECT number FROM poll WHERE finished_at < $1)", before);
            // The log of polls: what the ledger, the quarantine or the next poll refers to stays.
            writer.Execute(
                """
                DELETE FROM poll WHERE finished_at < $1 AND number NOT IN (SELECT poll FROM milestone UNION SELECT poll FROM held)
                    AND number NOT IN (SELECT MAX(number) FROM poll WHERE outcome = 'Complete' GROUP BY source) AND number NOT IN (SELECT MAX(number) FROM poll GROUP BY source)
                """,
                before);
            return forgotten;
        },
        token);

    public Task<DateTimeOffset?> BeginsAtAsync(CancellationToken token) => Task.FromResult<DateTimeOffset?>(
        database.Read(reader => reader.Query(
            "SELECT finished_at FROM poll WHERE outcome = 'Complete' ORDER BY number LIMIT 1", row => (DateTimeOffset?)row.Time(0)).SingleOrDefault()));
}
