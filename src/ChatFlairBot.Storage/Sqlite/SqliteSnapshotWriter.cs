using System.Runtime.InteropServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Writes a poll's changes into the snapshot, within the caller's transaction.</summary>
internal sealed class SqliteSnapshotWriter(SqliteSession writer, KeyedHash hash, long source) : IDisposable
{
    /// <summary>Indexes that only lookups need. While more people arrive than are known, they are dropped and made anew at the end: three times faster.</summary>
    private static readonly (string Drop, string Create)[] SecondaryIndexes =
    [
        ("DROP INDEX IF EXISTS standing_by_score", "CREATE INDEX standing_by_score ON standing (source, score DESC)"),
        ("DROP INDEX IF EXISTS person_by_name", "CREATE INDEX person_by_name ON person (folded)"),
    ];

    private readonly SqliteBulk _insert = writer.Bulk("INSERT INTO standing (source, id, score, high_water, words) VALUES ($1, $2, $3, $4, $5)");

    private readonly SqliteBulk _update = writer.Bulk("UPDATE standing SET score = $1, high_water = $2, words = $3 WHERE source = $4 AND id = $5 AND score = $6");

    private readonly SqliteBulk _words = writer.Bulk(
        """
        INSERT INTO person (source, id, name, folded, link, avatar, honours, ever, groups, external_id, email_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT DO UPDATE SET name = excluded.name, folded = excluded.folded, link = excluded.link, avatar = excluded.avatar, honours = excluded.honours,
            ever = excluded.ever, groups = excluded.groups, external_id = excluded.external_id, email_hash = excluded.email_hash
        """);

    private readonly SqliteBulk _count = writer.Bulk(
        "INSERT INTO score (source, score, people) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET people = people + excluded.people");

    private readonly SqliteNameParts _parts = new(writer, source);

    private bool _isFill;

    public void Write(IReadOnlyList<StandingChange> changes, SnapshotIndex snapshot)
    {
        var added = changes.Count(change => change.Before is null);
        _isFill = added > snapshot.Count;
        if (_isFill) Run(SecondaryIndexes.Select(one => one.Drop));
        foreach (var change in changes)
        {
            if (change.Before is { } before) Update(change, before, snapshot);
            else Insert(change);
        }

        if (_isFill) Run(SecondaryIndexes.Select(one => one.Create));
        if (_isFill) _parts.Rebuild();
        CountScores(changes);
        var shown = changes.Count(change => change.After.IsListed && change.Before is null or { Score: Mark.Hidden });
        var hidden = changes.Count(change => !change.After.IsListed && change.IsSeenBefore);
        if (shown != hidden) writer.Execute("UPDATE source SET people = people + $2 WHERE number = $1", source, shown - hidden);
        if (changes.Any(change => change.After.Groups.Count > 0)) writer.Execute("INSERT OR IGNORE INTO memory (source, rule, text) VALUES ($1, 'has groups', '')", source);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _words.Dispose();
        _count.Dispose();
        _parts.Dispose();
    }

    private void Insert(StandingChange change)
    {
        _insert.Bind(source).Bind(change.After.Person.Number).Bind(change.Mark.Score).Bind(change.Mark.HighWater).Bind(change.After.WordsFingerprint).Run();
        WriteWords(change);
    }

    private void Update(StandingChange change, Mark before, SnapshotIndex snapshot)
    {
        var (after, words) = (change.After, change.After.WordsFingerprint);
        // Compare and set: if anybody else wrote since this poll began, the poll is void.
        var updated = _update.Bind(change.Mark.Score).Bind(change.Mark.HighWater).Bind(words).Bind(source).Bind(after.Person.Number).Bind(before.Score).Run();
        if (updated != 1) throw new StoreException("The snapshot changed while it was polled: is another program writing to the database? Nothing was written; the next poll starts afresh.");
        // Whoever is not listed is not found, shown or searched: the words go, the marks stay for when they come back.
        if (!after.IsListed) Delete(after.Person.Number);
        else if (before.Score == Mark.Hidden || snapshot.Words(snapshot.Find(after.Person.Number)) != words) WriteWords(change);
    }

    private void Delete(long id)
    {
        _parts.Delete(id);
        writer.Execute("DELETE FROM person WHERE source = $1 AND id = $2", source, id);
    }

    private void WriteWords(StandingChange change)
    {
        var (standing, folded) = (change.After, NameFolding.Fold(change.After.Name));
        if (!_isFill) _parts.Write(standing.Person.Number, folded);
        _words
            .Bind(source)
            .Bind(standing.Person.Number)
            .Bind(standing.Name)
            .Bind(folded)
            .Bind(standing.Link)
            .Bind(standing.Avatar)
            .Bind(SqliteJson.Honours(standing.Honours))
            .Bind(SqliteJson.Honours(change.HonoursBefore is { } ever ? standing.Honours.With(ever) : standing.Honours))
            .Bind(SqliteJson.Texts(standing.Groups))
            .Bind(standing.ExternalId)
            .Bind(standing.Email is { } email ? hash.OfEmail(email) : null)
            .Run();
    }

    private void CountScores(IReadOnlyList<StandingChange> changes)
    {
        var counts = new Dictionary<long, int>();
        foreach (var change in changes)
        {
            if (change.IsSeenBefore) CollectionsMarshal.GetValueRefOrAddDefault(counts, change.Before!.Value.Score, out _)--;
            if (change.After.IsListed) CollectionsMarshal.GetValueRefOrAddDefault(counts, change.After.Score, out _)++;
        }

        foreach (var (score, people) in counts.Where(count => count.Value != 0).OrderBy(count => count.Key))
        {
            _count.Bind(source).Bind(score).Bind(people).Run();
            writer.HasMovedScores = true;
        }

        writer.Execute("DELETE FROM score WHERE source = $1 AND people = 0", source);
    }

    private void Run(IEnumerable<string> statements)
    {
        foreach (var statement in statements) writer.Execute(statement);
    }
}
