using System.Collections;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IPollDraft"/>
/// <remarks>Compares in memory and holds changes in memory: while the network is slow, the database is neither read nor locked.</remarks>
internal sealed class SqlitePollDraft(
    SqliteDatabase database, SnapshotIndex index, KeyedHash hash, SqliteDraftState state, Action<SnapshotIndex> committed, Action broken)
    : IPollDraft
{
    private readonly BitArray _seen = new(index.Count);
    private readonly HashSet<long> _new = [];
    private readonly List<StandingChange> _changes = [];
    private bool _hasHonours;

    public bool IsFirst => state.Last is null;

    public bool IsSeeding => state.IsSeeding;

    public string? Site => state.Site;

    public long Known => state.People;

    public PollRecord? LastAccepted => state.Last;

    public IEnumerable<StandingChange> Changes
    {
        get
        {
            if (_hasHonours) AddHonours();
            return _changes;
        }
    }

    public Sighting See(Standing standing)
    {
        var slot = index.Find(standing.Person.Number);
        if (slot < 0) return SeeNew(standing);
        if (_seen[slot]) return Sighting.Repeated;
        _seen[slot] = true;
        var before = index.Mark(slot);
        var isHidden = before.Score == Mark.Hidden;
        if (!standing.IsListed && isHidden) return Sighting.Passed;
        var words = standing.WordsFingerprint;
        var areWordsNew = index.Words(slot) != words;
        if (before.Score == standing.Score && !areWordsNew && standing.IsListed) return Sighting.Unchanged;
        _hasHonours |= !standing.Honours.IsNone;
        _changes.Add(new StandingChange(standing, before) { AreWordsNew = areWordsNew });
        if (!standing.IsListed) return Sighting.Hidden;
        return isHidden ? Sighting.New : Sighting.Changed;
    }

    public IReadOnlyList<long> Unseen(int most)
    {
        var unseen = new List<long>();
        for (var slot = 0; slot < index.Count && unseen.Count < most; slot++)
        {
            if (!_seen[slot] && index.Mark(slot).Score != Mark.Hidden) unseen.Add(index.Id(slot));
        }

        return unseen;
    }

    public async Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, IReadOnlyList<ICrowdRule> rules, CancellationToken token)
    {
        if (_hasHonours) AddHonours();
        // In the order of the tables, so that neighbours share a page while they are written.
        _changes.Sort((one, other) => one.After.Person.Number.CompareTo(other.After.Person.Number));
        try
        {
            var commit = new SqlitePollCommit(index, hash, state);
            var recorded = await database.WriteAsync(writer => commit.Write(writer, poll, _changes, milestones, rules), token);
            committed(index.With(_changes));
            database.Mark();
            return recorded;
        }
        catch (StoreException)
        {
            // The next poll reads the snapshot anew: what is in memory may not be what is in the file.
            broken();
            throw;
        }
    }

    public Task HoldAsync(PollRecord poll, IReadOnlyList<string> reasons, TroubleNotice notice, CancellationToken token) =>
        database.WriteAsync(writer => SqliteQuarantineStore.Hold(writer, hash, poll, reasons, _changes, notice), token);

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private Sighting SeeNew(Standing standing)
    {
        if (!standing.IsListed || (state.Forgotten.Count > 0 && state.Forgotten.Contains(hash.Of(standing.Person)))) return Sighting.Passed;
        if (!_new.Add(standing.Person.Number)) return Sighting.Repeated;
        _hasHonours |= !standing.Honours.IsNone;
        _changes.Add(new StandingChange(standing, null));
        return Sighting.New;
    }

    // Read for those alone who changed: honours are the rarer news.
    private void AddHonours() => database.Read(reader =>
    {
        for (var place = 0; place < _changes.Count; place++)
        {
            var change = _changes[place];
            if (change.HonoursBefore is not null || !change.IsSeenBefore || change.After.Honours.IsNone) continue;
            var ever = reader.Query(
                "SELECT ever FROM person JOIN source ON source.number = person.source WHERE source.name = $1 AND id = $2", row => row.Text(0), change.After.Person.Source, change.After.Person.Number);
            _changes[place] = change with { HonoursBefore = SqliteJson.Honours(ever.SingleOrDefault()) };
        }

        return 0;
    });
}
