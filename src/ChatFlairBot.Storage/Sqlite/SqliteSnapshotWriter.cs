using System.Runtime.InteropServices;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Writes a poll's changes into the snapshot, within the caller's transaction.</summary>
internal sealed class SqliteSnapshotWriter(SqliteSession writer, long source)
{
    /// <summary>Indexes that only lookups need. While more people arrive than are known, they are dropped and made anew at the end: three times faster.</summary>
    private static readonly (string Drop, string Create)[] SecondaryIndexes =
    [
        ("DROP INDEX IF EXISTS standing_by_score", "CREATE INDEX standing_by_score ON standing (source, score DESC)"),
        ("DROP INDEX IF EXISTS person_by_name", "CREATE INDEX person_by_name ON person (folded)"),
    ];

    public void Write(IReadOnlyList<StandingChange> changes, SnapshotIndex snapshot)
    {
        var added = changes.Count(change => change.Before is null);
        var isFill = added > snapshot.Count;
        if (isFill) Run(SecondaryIndexes.Select(one => one.Drop));
        foreach (var change in changes)
        {
            if (change.Before is { } before) Update(change, before, snapshot);
            else Insert(change);
        }

        if (isFill) Run(SecondaryIndexes.Select(one => one.Create));
        CountScores(changes);
        if (added > 0) writer.Execute("UPDATE source SET people = people + $2 WHERE number = $1", source, added);
    }

    private void Insert(StandingChange change)
    {
        writer.Execute(
            "INSERT INTO standing (source, id, score, high_water, words) VALUES ($1, $2, $3, $4, $5)",
            source,
            change.After.Person.Number,
            change.Mark.Score,
            change.Mark.HighWater,
            change.After.WordsFingerprint);
        WriteWords(change.After);
    }

    private void Update(StandingChange change, Mark before, SnapshotIndex snapshot)
    {
        // Compare and set: if anybody else wrote since this poll began, the poll is void.
        var updated = writer.Execute(
            "UPDATE standing SET score = $3, high_water = $4, words = $5 WHERE source = $1 AND id = $2 AND score = $6",
            source,
            change.After.Person.Number,
            change.Mark.Score,
            change.Mark.HighWater,
            change.After.WordsFingerprint,
            before.Score);
        if (updated != 1) throw new StoreException("The snapshot changed while it was polled: is another program writing to the database? Nothing was written; the next poll starts afresh.");
        if (snapshot.Words(snapshot.Find(change.After.Person.Number)) != change.After.WordsFingerprint) WriteWords(change.After);
    }

    private void WriteWords(Standing standing) => writer.Execute(
        "INSERT OR REPLACE INTO person (source, id, name, folded, link, avatar) VALUES ($1, $2, $3, $4, $5, $6)",
        source,
        standing.Person.Number,
        standing.Name,
        NameFolding.Fold(standing.Name),
        standing.Link,
        standing.Avatar);

    private void CountScores(IReadOnlyList<StandingChange> changes)
    {
        var counts = new Dictionary<long, int>();
        foreach (var change in changes)
        {
            if (change.Before is { } before) CollectionsMarshal.GetValueRefOrAddDefault(counts, before.Score, out _)--;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, change.After.Score, out _)++;
        }

        foreach (var (score, people) in counts.Where(count => count.Value != 0).OrderBy(count => count.Key))
        {
            writer.Execute(
                "INSERT INTO score (source, score, people) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET people = people + excluded.people", source, score, people);
        }

        writer.Execute("DELETE FROM score WHERE source = $1 AND people = 0", source);
    }

    private void Run(IEnumerable<string> statements)
    {
        foreach (var statement in statements) writer.Execute(statement);
    }
}
