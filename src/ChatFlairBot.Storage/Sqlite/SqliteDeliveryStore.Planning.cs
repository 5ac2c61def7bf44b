using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>From an announcement to what a channel hears today.</summary>
internal sealed partial class SqliteDeliveryStore
{
    /// <summary>Milliseconds of fifteen days: no digest is further away, so what is due later was written by a clock that ran ahead.</summary>
    private const string LongestWait = "1296000000";

    public Task<IReadOnlyList<Announcement>> PendingAsync(int most, CancellationToken token) => Task.FromResult<IReadOnlyList<Announcement>>(
        database.Read(reader => reader.Query(
            $"SELECT {SqliteRows.AnnouncementColumns} FROM milestone{SqliteRows.AnnouncementJoins} WHERE announcement = 'pending' ORDER BY milestone.number LIMIT $1",
            SqliteRows.Announcement,
            most)));

    public Task FanOutAsync(
        IReadOnlyList<(Announcement Announcement, IReadOnlyList<ChannelVerdict> Verdicts)> fannedOut, DateTimeOffset at, CancellationToken token) =>
        database.WriteAsync(
            writer =>
            {
                foreach (var (announcement, verdicts) in fannedOut)
                {
                    foreach (var verdict in verdicts) Insert(writer, announcement.Number, verdict, at);
                    writer.Execute("UPDATE milestone SET announcement = 'fanned out' WHERE number = $1", announcement.Number);
                }

                return fannedOut.Count;
            },
            token);

    public Task<IReadOnlyList<WaitingDelivery>> WaitingAsync(ChannelAddress channel, DateTimeOffset now, int most, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<WaitingDelivery>>(database.Read(reader => reader.Query(
            $"SELECT {SqliteRows.AnnouncementColumns}{DeliveryColumns}{DeliveryTables} WHERE {InChannel} AND state = 'Waiting' AND (due_at <= $4 OR due_at > $4 + {LongestWait}) ORDER BY due_at, delivery.number LIMIT $5",
            row => new WaitingDelivery(row.GetInt64(First), row.Time(First + 12), row.Time(First + 5), row.Announcement()),
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            now.ToUnixTimeMilliseconds(),
            most)));

    public Task<int> PlannedAsync(ChannelAddress channel, DateOnly day, CancellationToken token) => Task.FromResult(
        (int)database.Read(reader => reader.Scalar<long>(
            $"SELECT COUNT(*) FROM delivery WHERE {InChannel} AND planned_on = $4", channel.Platform, channel.Workspace, channel.Channel, Text(day))));

    public Task PlanAsync(ChannelAddress channel, ChannelPlan plan, IReadOnlyList<long> planned, DateOnly day, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            foreach (var card in plan.Cards) writer.Execute("UPDATE delivery SET state = 'Pending', planned_on = $2, due_at = $3 WHERE number = $1", card, Text(day), now.ToUnixTimeMilliseconds());
            if (plan.Digest.Count > 0) Fold(writer, channel, plan.Digest, day, now);
            if (plan.LaterUntil is not { } later) return 0;
            foreach (var number in planned.Except(plan.Cards).Except(plan.Digest)) writer.Execute("UPDATE delivery SET due_at = $2 WHERE number = $1", number, later.ToUnixTimeMilliseconds());
            return 0;
        },
        token);

    public Task<int> DropWaitingAsync(ChannelAddress channel, string reason, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            $"UPDATE delivery SET state = 'Dropped', settled_at = $5, reason = $4 WHERE {InChannel} AND state = 'Waiting'",
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            reason,
            now.ToUnixTimeMilliseconds()),
        token);

    public Task NoticeAsync(Notice notice, IReadOnlyList<ChannelAddress> channels, DateTimeOffset now, CancellationToken token) =>
        database.WriteAsync(writer => Notify(writer, notice, channels, now), token);

    /// <summary>Within the caller's transaction, so that who is told once is told once.</summary>
    internal static int Notify(SqliteSession writer, Notice notice, IReadOnlyList<ChannelAddress> channels, DateTimeOffset now)
    {
        foreach (var channel in channels)
        {
            writer.Execute(
                "INSERT INTO delivery (kind, note, platform, workspace, channel, state, created_at, due_at) VALUES ('notice', $1, $2, $3, $4, 'Pending', $5, $5)",
                SqliteJson.Notice(notice),
                channel.Platform,
                channel.Workspace,
                channel.Channel,
                now.ToUnixTimeMilliseconds());
        }

        return channels.Count;
    }

    private static void Fold(SqliteSession writer, ChannelAddress channel, IReadOnlyList<long> lines, DateOnly day, DateTimeOffset now)
    {
        var digest = writer.Scalar<long>(
            """
            INSERT INTO delivery (kind, platform, workspace, channel, state, planned_on, created_at, due_at)
            VALUES ('digest', $1, $2, $3, 'Pending', $4, $5, $5) RETURNING number
            """,
            channel.Platform,
            channel.Workspace,
            channel.Channel,
            Text(day),
            now.ToUnixTimeMilliseconds());
        foreach (var line in lines) writer.Execute("UPDATE delivery SET state = 'Folded', carrier = $2 WHERE number = $1", line, digest);
    }

    // What could not be sent on its day goes back to be planned anew, a digest as the lines that it was made of; a notice just goes on.
    private static int Unplan(SqliteSession writer, long delivery, DeliveryVerdict verdict)
    {
        var due = verdict.DueAt.ToUnixTimeMilliseconds();
        var lines = writer.Execute("UPDATE delivery SET state = 'Waiting', carrier = NULL, due_at = $2, reason = $3 WHERE carrier = $1", delivery, due, verdict.Reason);
        writer.Execute("DELETE FROM delivery WHERE number = $1 AND kind = 'digest'", delivery);
        return lines + writer.Execute(
            """
            UPDATE delivery SET state = CASE kind WHEN 'notice' THEN 'Pending' ELSE 'Waiting' END,
                planned_on = NULL, due_at = $2, reason = $3, attempts = attempts - (state = 'Attempting') WHERE number = $1
            """,
            delivery,
            due,
            verdict.Reason);
    }

    private static void Insert(SqliteSession writer, long milestone, ChannelVerdict verdict, DateTimeOffset at) => writer.Execute(
        """
        INSERT INTO delivery (kind, milestone, platform, workspace, channel, state, created_at, due_at, settled_at, reason) VALUES ('card', $1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (milestone, platform, workspace, channel) DO NOTHING
        """,
        milestone,
        verdict.Channel.Platform,
        verdict.Channel.Workspace,
        verdict.Channel.Channel,
        verdict.DueAt is null ? nameof(DeliveryState.Dropped) : nameof(DeliveryState.Waiting),
        at.ToUnixTimeMilliseconds(),
        (verdict.DueAt ?? at).ToUnixTimeMilliseconds(),
        verdict.DueAt is null ? at.ToUnixTimeMilliseconds() : null,
        verdict.No);

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
