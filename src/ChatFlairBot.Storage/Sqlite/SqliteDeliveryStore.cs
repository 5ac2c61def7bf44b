using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IDeliveryStore"/>
internal sealed partial class SqliteDeliveryStore(SqliteDatabase database) : IDeliveryStore
{
    private const string DeliveryColumns =
        ", delivery.number, platform, workspace, channel, attempts, created_at, state = 'Uncertain', settled_at, kind, note, planned_on, state, due_at";

    /// <summary>The partial index <c>delivery_open</c> serves exactly this condition.</summary>
    private const string IsOpen = "state IN ('Pending', 'Attempting', 'Uncertain')";

    private const string InChannel = "platform = $1 AND workspace = $2 AND channel = $3";

    private const int First = SqliteRows.AnnouncementWidth;

    private const string DayFormat = "yyyy-MM-dd";

    // Digests and notices have no milestone of their own.
    private static readonly string DeliveryTables =
        " FROM delivery LEFT JOIN milestone ON milestone.number = delivery.milestone" + SqliteRows.AnnouncementJoins.Replace(" JOIN source", " LEFT JOIN source", StringComparison.Ordinal);

    public Task<IReadOnlyList<DueChannel>> DueChannelsAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<DueChannel>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT platform, workspace, channel, due_at, 1, messages FROM (
                SELECT MIN(number) AS first, COUNT(*) AS messages FROM delivery WHERE {IsOpen} GROUP BY platform, workspace, channel) JOIN delivery ON number = first
            UNION ALL SELECT platform, workspace, channel, MIN(due_at), 0, 0 FROM delivery WHERE state = 'Waiting' GROUP BY platform, workspace, channel
            UNION ALL SELECT platform, workspace, channel, 0, 1, 0 FROM delivery WHERE amendment IS NOT NULL GROUP BY platform, workspace, channel
            """,
            row => new DueChannel(row.Channel(0), row.Time(3), row.GetBoolean(4), row.GetInt32(5)))));

    public Task<Delivery?> ClaimAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            var head = writer.Query(
                $"SELECT {SqliteRows.AnnouncementColumns}{DeliveryColumns}{DeliveryTables} WHERE {InChannel} AND {IsOpen} ORDER BY delivery.number LIMIT 1",
                row => (Delivery: ReadDelivery(row), State: row.GetString(First + 11), DueAt: row.Time(First + 12)),
                channel.Platform,
                channel.Workspace,
                channel.Channel).SingleOrDefault();
            if (head.Delivery is null || head.State == nameof(DeliveryState.Attempting) || !Backoff.IsDue(head.DueAt, now)) return null;
            writer.Execute(
                "UPDATE delivery SET state = 'Attempting', attempts = attempts + 1, attempted_at = $2 WHERE number = $1",
                head.Delivery.Number,
                now.ToUnixTimeMilliseconds());
            return WithLines(writer, head.Delivery) with { Attempts = head.Delivery.Attempts + 1 };
        },
        token);

    public Task SettleAsync(long delivery, DeliveryVerdict verdict, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            if (verdict.State is DeliveryState.Waiting) return Unplan(writer, delivery, verdict);
            return writer.Execute(
                "UPDATE delivery SET state = $2, settled_at = $3, due_at = $4, message_id = $5, reason = $6, attempts = attempts - $7 WHERE number = $1",
                delivery,
                verdict.State.ToString(),
                verdict.At.ToUnixTimeMilliseconds(),
                verdict.DueAt.ToUnixTimeMilliseconds(),
                verdict.MessageId,
                verdict.Reason,
                verdict.IsTried ? 0 : 1);
        },
        token);

    public Task<int> RecoverAsync(ChannelAddress channel, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            $"UPDATE delivery SET state = 'Uncertain', reason = 'The end of an attempt was never written down.' WHERE {InChannel} AND {IsOpen} AND state = 'Attempting'",
            channel.Platform,
            channel.Workspace,
            channel.Channel),
        token);

    public Task ParkAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            $"UPDATE delivery SET state = 'Parked', settled_at = $5, reason = $4 WHERE {InChannel} AND state IN ('Waiting', 'Pending')",
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            reason,
            now.ToUnixTimeMilliseconds()),
        token);

    public Task<int> ResumeAsync(ChannelAddress channel, DateTimeOffset createdAfter, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer => writer.Query(
            $"SELECT number FROM delivery WHERE {InChannel} AND state = 'Parked' AND created_at > $4",
            row => row.GetInt64(0),
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            createdAfter.ToUnixTimeMilliseconds())
            .Sum(number => Unplan(writer, number, DeliveryVerdict.Untried(DeliveryState.Waiting, now, now, "Its channel was gone for a while."))),
        token);

    public Task<IReadOnlyList<Delivery>> LastSentAsync(string platform, int mostPerChannel, CancellationToken token) => Task.FromResult<IReadOnlyList<Delivery>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT {SqliteRows.AnnouncementColumns}{DeliveryColumns}{DeliveryTables}
            WHERE delivery.number IN (
                SELECT number FROM (
                    SELECT number, ROW_NUMBER() OVER (PARTITION BY workspace, channel ORDER BY number DESC) AS place
                    FROM delivery WHERE platform = $1 AND state = 'Sent' AND (kind != 'card' OR milestone IS NOT NULL)) WHERE place <= $2)
            ORDER BY delivery.number
            """,
            ReadDelivery,
            platform,
            mostPerChannel).ConvertAll(one => WithLines(reader, one))));

    public Task<IReadOnlyDictionary<DeliveryState, long>> CountAsync(CancellationToken token) => Task.FromResult<IReadOnlyDictionary<DeliveryState, long>>(
        database.Read(reader => reader.Query("SELECT state, COUNT(*) FROM delivery GROUP BY state", row => (State: row.GetString(0), Count: row.GetInt64(1))))
            .ToDictionary(one => Enum.Parse<DeliveryState>(one.State), one => one.Count));

    private static Delivery ReadDelivery(SqliteDataReader row) => new(
        row.GetInt64(First),
        row.Channel(First + 1),
        row.GetString(First + 8) switch
        {
            "card" => new DeliveryContent.Card(row.Announcement()),
            "notice" => new DeliveryContent.Note(SqliteJson.Notice(row.GetString(First + 9))),
            // The lines are read afterwards: one statement, one reader.
            _ => new DeliveryContent.Digest([]),
        },
        row.GetInt32(First + 4),
        row.Time(First + 5),
        row.GetBoolean(First + 6),
        row.IsDBNull(First + 7) ? null : row.Time(First + 7))
    {
        PlannedOn = row.Text(First + 10) is { } day ? DateOnly.ParseExact(day, DayFormat, System.Globalization.CultureInfo.InvariantCulture) : null,
    };

    private static Delivery WithLines(SqliteSession session, Delivery delivery) => delivery.Content is DeliveryContent.Digest
        ? delivery with { Content = new DeliveryContent.Digest(Lines(session, delivery.Number)) }
        : delivery;

    // Without those whose account was hidden since.
    private static List<Announcement> Lines(SqliteSession session, long carrier) => session.Query(
        $"SELECT {SqliteRows.AnnouncementColumns} FROM delivery JOIN milestone ON milestone.number = delivery.milestone{SqliteRows.AnnouncementJoins} WHERE carrier = $1 AND (person.id IS NOT NULL OR milestone.id = 0) ORDER BY milestone.source, delivery.number",
        SqliteRows.Announcement,
        carrier);
}
