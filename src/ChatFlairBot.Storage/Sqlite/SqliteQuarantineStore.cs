using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IQuarantineStore"/>
internal sealed class SqliteQuarantineStore(SqliteDatabase database, SqlitePollStore polls) : IQuarantineStore
{
    public Task<IReadOnlyList<HeldPoll>> ListAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<HeldPoll>>(
        database.Read(reader => reader.Query(
            """
            SELECT source.name, started_at, finished_at, outcome, reason, poll.people, stated_total, changed, milestones, absent, impossible,
                held.poll, reasons, wish, wished_by, (SELECT COUNT(*) FROM held_standing WHERE held_standing.source = held.source), source.site
            FROM held JOIN poll ON poll.number = held.poll JOIN source ON source.number = held.source ORDER BY source.name
            """,
            row => new HeldPoll(
                row.GetInt64(11),
                SqlitePollStore.Record(row) with { Site = row.Text(16) },
                SqliteJson.Texts(row.GetString(12)),
                row.GetInt64(15),
                row.Text(13) is { } wish ? Enum.Parse<HeldWish>(wish) : null,
                row.Text(14)))));

    public Task<bool> DecideAsync(string source, HeldWish wish, string by, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute("UPDATE held SET wish = $2, wished_by = $3 WHERE source = (SELECT number FROM source WHERE name = $1)", source, wish.ToString(), by) > 0,
        token);

    public Task<IPollDraft?> ReopenAsync(HeldPoll held, CancellationToken token) => Task.FromResult<IPollDraft?>(database.Read(reader =>
    {
        var standings = reader.Query(
            """
            SELECT source.name, id, held_standing.name, score, link, avatar, more FROM held JOIN held_standing ON held_standing.source = held.source
            JOIN source ON source.number = held.source WHERE held.poll = $1 ORDER BY id
            """,
            Standing,
            held.Number);
        if (standings.Count == 0 && reader.Scalar<long>("SELECT COUNT(*) FROM held WHERE poll = $1", held.Number) == 0) return null;
        // Compared anew: what was forgotten or hidden meanwhile must not come back.
        var draft = polls.Draft(reader, held.Poll.Source);
        foreach (var standing in standings) draft.See(standing);
        return draft;
    }));

    public Task DropAsync(HeldPoll held, CancellationToken token) =>
        database.WriteAsync(writer => writer.Execute("DELETE FROM held WHERE poll = $1", held.Number), token);

    /// <summary>Within the caller's transaction. A newer poll of the same source takes the place of an older one, and of what was decided about it.</summary>
    internal static int Hold(SqliteSession writer, KeyedHash hash, PollRecord poll, IReadOnlyList<string> reasons, IReadOnlyList<StandingChange> changes, TroubleNotice notice)
    {
        var source = SqliteSources.FindOrAdd(writer, poll.Source);
        var number = SqlitePollStore.Insert(writer, source, poll);
        writer.Execute("DELETE FROM held WHERE source = $1", source);
        writer.Execute("INSERT INTO held (source, poll, reasons) VALUES ($1, $2, $3)", source, number, SqliteJson.Texts(reasons));
        SqliteSources.TellOnce(writer, source, notice, poll.FinishedAt);
        using var insert = writer.Bulk("INSERT INTO held_standing (source, id, score, name, link, avatar, more) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        foreach (var after in changes.OrderBy(change => change.After.Person.Number).Select(change => change.After))
        {
            var more = new HeldMore(after.Honours.IsNone ? null : after.Honours, after.Groups, after.ExternalId, after.Email is { } email ? hash.OfEmail(email) : null, after.IsListed, after.WordsFingerprint);
            insert.Bind(source).Bind(after.Person.Number).Bind(after.Score).Bind(after.Name).Bind(after.Link).Bind(after.Avatar).Bind(SqliteJson.More(more)).Run();
        }

        return changes.Count;
    }

    private static Standing Standing(SqliteDataReader row)
    {
        var more = SqliteJson.More(row.GetString(6));
        return row.Standing(0) with
        {
            Honours = more.Honours ?? Honours.None,
            Groups = more.Groups,
            ExternalId = more.ExternalId,
            Email = more.EmailHash is { } email ? new PrivateText(email) { IsHashed = true } : null,
            IsListed = more.IsListed,
            KeptFingerprint = more.Words,
        };
    }
}
