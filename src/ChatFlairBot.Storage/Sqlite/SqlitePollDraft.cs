using System.Collections;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IPollDraft"/>
/// <remarks>Compares in memory and holds changes in memory: while the network is slow, the database is neither read nor locked.</remarks>
internal sealed class SqlitePollDraft(SqliteDatabase database, SnapshotIndex index, bool isFirst, string? site, Action<SnapshotIndex> committed, Action broken)
    : IPollDraft
{
    private readonly BitArray _seen = new(index.Count);
    private readonly HashSet<long> _new = [];
    private readonly List<StandingChange> _changes = [];

    public bool IsFirst => isFirst;

    public string? Site => site;

    public IEnumerable<StandingChange> Changes => _changes;

    public Sighting See(Standing standing)
    {
        var slot = index.Find(standing.Person.Number);
        if (slot < 0)
        {
            if (!_new.Add(standing.Person.Number)) return Sighting.Repeated;
            _changes.Add(new StandingChange(standing, null));
            return Sighting.New;
        }

        if (_seen[slot]) return Sighting.Repeated;
        _seen[slot] = true;
        var before = index.Mark(slot);
        if (before.Score == standing.Score && index.Words(slot) == standing.WordsFingerprint) return Sighting.Unchanged;
        _changes.Add(new StandingChange(standing, before));
        return Sighting.Changed;
    }

    public async Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, CancellationToken token)
    {
        // In the order of the tables, so that neighbours share a page while they are written.
        _changes.Sort((one, other) => one.After.Person.Number.CompareTo(other.After.Person.Number));
        try
        {
            var recorded = await database.WriteAsync(writer => Write(writer, poll, milestones), token);
            committed(index.With(_changes));
            return recorded;
        }
        catch (StoreException)
        {
            // The next poll reads the snapshot anew: what is in memory may not be what is in the file.
            broken();
            throw;
        }
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private int Write(SqliteSession writer, PollRecord poll, IReadOnlyList<ReachedMilestone> milestones)
    {
        var source = SqliteSources.FindOrAdd(writer, poll.Source);
        var number = SqlitePollStore.Insert(writer, source, poll);
        writer.Execute("UPDATE source SET site = $2 WHERE number = $1 AND site IS NOT $2", source, poll.Site ?? site);
        using (var snapshot = new SqliteSnapshotWriter(writer, source)) snapshot.Write(_changes, index);
        var recorded = milestones.Sum(one => Record(writer, source, number, poll.FinishedAt, one));
        if (recorded != poll.Milestones) writer.Execute("UPDATE poll SET milestones = $2 WHERE number = $1", number, recorded);
        return recorded;
    }

    // A key that the ledger already has stays as it was: no second card, whatever the snapshot says.
    private static int Record(SqliteSession writer, long source, long poll, DateTimeOffset at, ReachedMilestone reached) => writer.Execute(
        """
        INSERT INTO milestone (source, id, key, height, rule, rule_version, score_before, score_after, poll, reached_at, announcement)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (source, id, key) DO NOTHING
        """,
        source,
        reached.Milestone.Person.Number,
        reached.Milestone.Key.ToString(),
        reached.Milestone.Height,
        reached.Milestone.Rule.Name,
        reached.Milestone.Rule.Version,
        reached.ScoreBefore,
        reached.ScoreAfter,
        poll,
        at.ToUnixTimeMilliseconds(),
        reached.IsCelebrated ? "pending" : "none");
}
