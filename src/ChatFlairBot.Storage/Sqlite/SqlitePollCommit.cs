using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Writes an accepted poll: snapshot, history, ledger and what rules remember, within the caller's transaction.</summary>
internal sealed class SqlitePollCommit(SnapshotIndex index, KeyedHash hash, SqliteDraftState state)
{
    public int Write(
        SqliteSession writer, PollRecord poll, IReadOnlyList<StandingChange> changes, IReadOnlyList<ReachedMilestone> milestones, IReadOnlyList<ICrowdRule> rules)
    {
        var source = SqliteSources.FindOrAdd(writer, poll.Source);
        var number = SqlitePollStore.Insert(writer, source, poll);
        // Good again: whoever was told of trouble will be told of the next, and what is held back is overtaken.
        writer.Execute("UPDATE source SET site = $2, told = '', is_seeding = 0 WHERE number = $1", source, poll.Site ?? state.Site);
        writer.Execute("DELETE FROM held WHERE source = $1", source);
        using (var snapshot = new SqliteSnapshotWriter(writer, hash, source)) snapshot.Write(changes, index);
        WriteRises(writer, number, changes);
        var recorded = milestones.Sum(one => Record(writer, source, number, poll.FinishedAt, one));
        recorded += WriteCrowd(writer, source, number, poll, rules);
        if (recorded != poll.Milestones) writer.Execute("UPDATE poll SET milestones = $2 WHERE number = $1", number, recorded);
        return recorded;
    }

    private static void WriteRises(SqliteSession writer, long poll, IReadOnlyList<StandingChange> changes)
    {
        using var insert = writer.Bulk("INSERT INTO rise (poll, id, before, after) VALUES ($1, $2, $3, $4)");
        foreach (var change in changes)
        {
            if (change.IsNewHigh) insert.Bind(poll).Bind(change.After.Person.Number).Bind(change.Before!.Value.HighWater).Bind(change.After.Score).Run();
        }
    }

    private int WriteCrowd(SqliteSession writer, long source, long poll, PollRecord record, IReadOnlyList<ICrowdRule> rules)
    {
        if (rules.Count == 0) return 0;
        var crowd = SqliteCrowd.Read(writer, source, record.Source);
        var recorded = 0;
        foreach (var rule in rules)
        {
            var memory = writer.Query("SELECT text FROM memory WHERE source = $1 AND rule = $2", row => row.GetString(0), source, rule.Version.Name).SingleOrDefault();
            var (found, next) = rule.Reached(crowd, memory);
            if (next is not null && next != memory) writer.Execute("INSERT OR REPLACE INTO memory (source, rule, text) VALUES ($1, $2, $3)", source, rule.Version.Name, next);
            recorded += found.Sum(one => Record(writer, source, poll, record.FinishedAt, new ReachedMilestone(one, 0, 0, IsCelebrated: !state.IsSeeding && state.Last is not null)));
        }

        return recorded;
    }

    // A key that the ledger already has stays as it was: no second card, whatever the snapshot says.
    private static int Record(SqliteSession writer, long source, long poll, DateTimeOffset at, ReachedMilestone reached) => writer.Execute(
        """
        INSERT INTO milestone (source, id, key, height, rule, rule_version, score_before, score_after, poll, reached_at, announcement, label)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (source, id, key) DO NOTHING
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
        reached.IsCelebrated ? "pending" : "none",
        reached.Milestone.Label);
}
