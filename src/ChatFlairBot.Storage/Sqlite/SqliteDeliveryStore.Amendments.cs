using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Messages that were sent and are not right any more.</summary>
internal sealed partial class SqliteDeliveryStore
{
    public Task<Delivery?> ShownAsync(long delivery, CancellationToken token) => Task.FromResult(
        database.Read(reader => reader.Query(
            $"SELECT {SqliteRows.AnnouncementColumns}{DeliveryColumns}{DeliveryTables} WHERE delivery.number = $1 AND state IN ('Sent', 'Attempting', 'Uncertain') AND (kind != 'card' OR delivery.milestone IS NOT NULL)",
            ReadDelivery,
            delivery).Select(one => WithLines(reader, one)).SingleOrDefault()));

    public Task<bool> AmendAsync(long delivery, AmendmentKind kind, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute("UPDATE delivery SET amendment = $2 WHERE number = $1 AND state = 'Sent' AND message_id IS NOT NULL", delivery, kind.ToString()) > 0,
        token);

    public Task<IReadOnlyList<Amendment>> AmendmentsAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult<IReadOnlyList<Amendment>>(
        database.Read(reader => reader.Query(
            $"SELECT {SqliteRows.AnnouncementColumns}{DeliveryColumns}, delivery.milestone, message_id, amendment{DeliveryTables} WHERE {InChannel} AND amendment IS NOT NULL ORDER BY delivery.number",
            row => (Number: row.GetInt64(First), Kind: row.GetString(First + 8), Message: row.GetString(First + 14), Amendment: row.GetString(First + 15),
                Card: row.IsDBNull(First + 13) ? null : row.Announcement(), CreatedAt: row.Time(First + 5)),
            channel.Platform,
            channel.Workspace,
            channel.Channel)
            .ConvertAll(row => new Amendment(row.Number, channel, row.Message, Enum.Parse<AmendmentKind>(row.Amendment), Content(reader, row.Kind, row.Number, row.Card), Delivery.KeyOf(row.Number, row.CreatedAt)))));

    public Task SettleAmendmentAsync(Amendment amendment, string? failure, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            "UPDATE delivery SET amendment = NULL, reason = $2, state = CASE WHEN $3 THEN 'Retracted' ELSE state END WHERE number = $1",
            amendment.Delivery,
            failure,
            failure is null && amendment is { Kind: AmendmentKind.Retract } or { Content: null }),
        token);

    private static DeliveryContent? Content(SqliteSession session, string kind, long number, Announcement? card) => kind switch
    {
        "digest" => Lines(session, number) is { Count: > 0 } lines ? new DeliveryContent.Digest(lines) : null,
        _ => card is null ? null : new DeliveryContent.Card(card),
    };
}
