using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IDeliveryStore"/>
internal sealed class SqliteDeliveryStore(SqliteDatabase database) : IDeliveryStore
{
    private const string AnnouncementColumns =
        "milestone.number, milestone.key, milestone.height, milestone.reached_at, "
        + "source.name, person.id, person.name, standing.score, person.link, person.avatar";

    private const string AnnouncementTables =
        "milestone JOIN source ON source.number = milestone.source "
        + "JOIN person ON person.source = milestone.source AND person.id = milestone.id "
        + "JOIN standing ON standing.source = milestone.source AND standing.id = milestone.id";

    private const string DeliveryColumns =
        ", delivery.number, platform, workspace, channel, attempts, created_at, state = 'Uncertain', settled_at, state";

    /// <summary>The partial index <c>delivery_open</c> serves exactly this condition.</summary>
    private const string IsOpen = "state IN ('Pending', 'Attempting', 'Uncertain')";

    public Task<IReadOnlyList<Announcement>> PendingAsync(int most, CancellationToken token) => Task.FromResult<IReadOnlyList<Announcement>>(
        database.Read(reader => reader.Query(
            $"SELECT {AnnouncementColumns} FROM {AnnouncementTables} WHERE announcement = 'pending' ORDER BY milestone.number LIMIT $1", ReadAnnouncement, most)));

    public Task FanOutAsync(
        IReadOnlyList<(Announcement Announcement, IReadOnlyList<ChannelAddress> Channels)> fannedOut, DateTimeOffset at, CancellationToken token) =>
        database.WriteAsync(
            writer =>
            {
                foreach (var (announcement, channels) in fannedOut)
                {
                    foreach (var channel in channels) Insert(writer, announcement.Number, channel, at.ToUnixTimeMilliseconds());
                    writer.Execute("UPDATE milestone SET announcement = 'fanned out' WHERE number = $1", announcement.Number);
                }

                return fannedOut.Count;
            },
            token);

    public Task<IReadOnlyList<DueChannel>> DueChannelsAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<DueChannel>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT platform, workspace, channel, due_at FROM delivery WHERE number IN (
                SELECT MIN(number) FROM delivery WHERE {IsOpen} GROUP BY platform, workspace, channel)
            """,
            row => new DueChannel(Channel(row, 0), row.Time(3)))));

    public Task<Delivery?> ClaimAsync(ChannelAddress channel, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            var head = writer.Query(
                $"""
                SELECT {AnnouncementColumns}{DeliveryColumns}, due_at FROM delivery JOIN {AnnouncementTables}
                WHERE milestone.number = delivery.milestone AND platform = $1 AND workspace = $2 AND channel = $3 AND {IsOpen} ORDER BY delivery.number LIMIT 1
                """,
                row => (Delivery: ReadDelivery(row), State: row.GetString(18), DueAt: row.Time(19)),
                channel.Platform,
                channel.Workspace,
                channel.Channel).SingleOrDefault();
            if (head.Delivery is null || head.State == nameof(DeliveryState.Attempting) || !Backoff.IsDue(head.DueAt, now)) return null;
            writer.Execute(
                "UPDATE delivery SET state = 'Attempting', attempts = attempts + 1, attempted_at = $2 WHERE number = $1",
                head.Delivery.Number,
                now.ToUnixTimeMilliseconds());
            return head.Delivery with { Attempts = head.Delivery.Attempts + 1 };
        },
        token);

    public Task SettleAsync(long delivery, DeliveryVerdict verdict, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            "UPDATE delivery SET state = $2, settled_at = $3, due_at = $4, message_id = $5, reason = $6 WHERE number = $1",
            delivery,
            verdict.State.ToString(),
            verdict.At.ToUnixTimeMilliseconds(),
            verdict.DueAt.ToUnixTimeMilliseconds(),
            verdict.MessageId,
            verdict.Reason),
        token);

    public Task<int> RecoverAsync(ChannelAddress channel, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            $"""
            UPDATE delivery SET state = 'Uncertain', reason = 'The end of an attempt was never written down.'
            WHERE platform = $1 AND workspace = $2 AND channel = $3 AND {IsOpen} AND state = 'Attempting'
            """,
            channel.Platform,
            channel.Workspace,
            channel.Channel),
        token);

    public Task<int> ResumeAsync(ChannelAddress channel, DateTimeOffset createdAfter, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            """
            UPDATE delivery SET state = 'Pending', due_at = $5
            WHERE platform = $1 AND workspace = $2 AND channel = $3 AND state = 'Parked' AND created_at > $4
            """,
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            createdAfter.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds()),
        token);

    public Task<IReadOnlyList<Delivery>> LastSentAsync(string platform, int mostPerChannel, CancellationToken token) => Task.FromResult<IReadOnlyList<Delivery>>(
        database.Read(reader => reader.Query(
            $"""
            SELECT {AnnouncementColumns}{DeliveryColumns} FROM (
                SELECT *, ROW_NUMBER() OVER (PARTITION BY workspace, channel ORDER BY number DESC) AS place
                FROM delivery WHERE platform = $1 AND state = 'Sent') AS delivery
            JOIN {AnnouncementTables}
            WHERE milestone.number = delivery.milestone AND place <= $2 ORDER BY delivery.number
            """,
            ReadDelivery,
            platform,
            mostPerChannel)));

    public Task<IReadOnlyDictionary<DeliveryState, long>> CountAsync(CancellationToken token) => Task.FromResult<IReadOnlyDictionary<DeliveryState, long>>(
        database.Read(reader => reader.Query("SELECT state, COUNT(*) FROM delivery GROUP BY state", row => (State: row.GetString(0), Count: row.GetInt64(1))))
            .ToDictionary(one => Enum.Parse<DeliveryState>(one.State), one => one.Count));

    private static void Insert(SqliteSession writer, long milestone, ChannelAddress channel, long at) => writer.Execute(
        """
        INSERT INTO delivery (milestone, platform, workspace, channel, state, created_at, due_at) VALUES ($1, $2, $3, $4, 'Pending', $5, $5)
        ON CONFLICT (milestone, platform, workspace, channel) DO NOTHING
        """,
        milestone,
        channel.Platform,
        channel.Workspace,
        channel.Channel,
        at);

    private static Announcement ReadAnnouncement(SqliteDataReader row) =>
        new(row.GetInt64(0), MilestoneKey.Parse(row.GetString(1)), row.GetInt64(2), row.Time(3), row.Standing(4));

    private static Delivery ReadDelivery(SqliteDataReader row) => new(
        row.GetInt64(10),
        Channel(row, 11),
        ReadAnnouncement(row),
        row.GetInt32(14),
        row.Time(15),
        row.GetBoolean(16),
        row.IsDBNull(17) ? null : row.Time(17));

    private static ChannelAddress Channel(SqliteDataReader row, int first) => new(row.GetString(first), row.GetString(first + 1), row.GetString(first + 2));
}
