using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="ILedgerReader"/>
internal sealed class SqliteLedgerReader(SqliteDatabase database) : ILedgerReader
{
    private const string Columns =
        """
        SELECT milestone.number, source.name, milestone.id, key, label, rule, rule_version, score_before, score_after, poll.started_at, announcement != 'none'
        FROM milestone JOIN source ON source.number = milestone.source JOIN poll ON poll.number = milestone.poll
        """;

    public Task<IReadOnlyList<LedgerEntry>> OfPersonAsync(PersonId person, int most, CancellationToken token) => Task.FromResult<IReadOnlyList<LedgerEntry>>(
        database.Read(reader => Entries(reader, "WHERE source.name = $1 AND milestone.id = $2 ORDER BY milestone.number DESC LIMIT $3", person.Source, person.Number, most)));

    public Task<IReadOnlyList<LedgerEntry>> OfDeliveryAsync(long delivery, CancellationToken token) => Task.FromResult<IReadOnlyList<LedgerEntry>>(
        database.Read(reader => Entries(
            reader, "WHERE milestone.number IN (SELECT milestone FROM delivery WHERE number = $1 UNION SELECT milestone FROM delivery WHERE carrier = $1) ORDER BY milestone.number LIMIT 50", delivery)));

    public Task<long?> LastDeliveryAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult(
        database.Read(reader => reader.Query(
            "SELECT number FROM delivery WHERE platform = $1 AND workspace = $2 AND channel = $3 AND state = 'Sent' AND kind != 'notice' ORDER BY number DESC LIMIT 1",
            row => (long?)row.GetInt64(0),
            channel.Platform,
            channel.Workspace,
            channel.Channel).SingleOrDefault()));

    private static List<LedgerEntry> Entries(SqliteSession reader, string where, params ReadOnlySpan<object?> values) =>
        reader.Query($"{Columns} {where}", Entry, values).ConvertAll(one => one with { Deliveries = Traces(reader, one.Number) });

    private static LedgerEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        new PersonId(row.GetString(1), row.GetInt64(2)),
        MilestoneKey.Parse(row.GetString(3)),
        row.Text(4),
        new RuleVersion(row.GetString(5), row.GetInt32(6)),
        row.GetInt64(7),
        row.GetInt64(8),
        row.Time(9),
        row.GetBoolean(10),
        []);

    // A line of a digest has the digest's fate.
    private static List<DeliveryTrace> Traces(SqliteSession reader, long milestone) => reader.Query(
        """
        SELECT line.number, line.created_at, line.platform, line.workspace, line.channel, line.state, line.due_at, line.reason,
            COALESCE(digest.attempts, line.attempts), COALESCE(digest.settled_at, line.settled_at), COALESCE(digest.message_id, line.message_id), digest.state, digest.reason
        FROM delivery AS line LEFT JOIN delivery AS digest ON digest.number = line.carrier WHERE line.milestone = $1 ORDER BY line.number
        """,
        row => new DeliveryTrace(
            Delivery.KeyOf(row.GetInt64(0), row.Time(1)),
            row.Channel(2),
            Enum.Parse<DeliveryState>(row.GetString(5)),
            row.GetInt32(8),
            row.Time(6),
            row.IsDBNull(9) ? null : row.Time(9),
            row.Text(10),
            row.Text(11) is { } digest and not nameof(DeliveryState.Sent) ? $"The digest that it is a line of is {digest}. {row.Text(12)}".TrimEnd() : row.Text(7)),
        milestone);
}
