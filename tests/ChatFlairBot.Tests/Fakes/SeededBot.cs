using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>A real store in a folder of its own, with a source in memory that is polled into it.</summary>
internal sealed class SeededBot : IDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteStore _store;

    public SeededBot() => _store = Open();

    public ManualClock Clock { get; } = new();

    public FakeSource Source { get; } = new();

    public MilestoneRules Rules { get; set; } = new([new ReputationThresholdRule([100, 500, 1_000])]);

    /// <summary>Off, unless a test is about it: most tests move everybody they have.</summary>
    public GuardLimits Limits { get; set; } = GuardLimits.Off;

    /// <summary>Where managers are told of trouble.</summary>
    public ChannelAddress Managers { get; } = new("Fake", ChannelAddress.DefaultWorkspace, "managers");

    public PollPolicy Policy => new(Rules, Limits, [Managers]);

    public IStore Store => _store;

    /// <summary>Polls once, a minute after the poll before.</summary>
    public Task<PollRecord> PollAsync(CancellationToken token)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return new Poll(Source, Store.Polls, Policy, Clock).RunAsync(null, token);
    }

    /// <summary>Polls people below a threshold and then above it: one milestone for each, in the order given.</summary>
    public async Task ReachAsync(CancellationToken token, params long[] people)
    {
        foreach (var person in people) Source.Set(person, 90);
        await PollAsync(token);
        foreach (var person in people)
        {
            Source.Set(person, 110);
            await PollAsync(token);
        }
    }

    /// <summary>Ends the process and starts another one on the same file.</summary>
    public void Restart()
    {
        _store.Dispose();
        _store = Open();
    }

    /// <summary>The ledger, oldest first: <c>7 reputation:100</c>.</summary>
    public IReadOnlyList<string> Ledger() => Query("SELECT id || ' ' || key FROM milestone ORDER BY number");

    /// <summary>The first column of a query's rows as text.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>All that a poll may change, except the log of polls.</summary>
    public string Everything() => string.Join('\n', Query(
        """
        SELECT 'standing ' || source || ' ' || id || ' ' || score || ' ' || high_water || ' ' || words FROM standing
        UNION ALL SELECT 'person ' || id || ' ' || name || ' ' || folded || ' ' || ifnull(link, '-') FROM person
        UNION ALL SELECT 'milestone ' || id || ' ' || key || ' ' || announcement || ' ' || reached_at FROM milestone
        UNION ALL SELECT 'source ' || name || ' ' || people FROM source
        """));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private SqliteStore Open() => SqliteStore.Open(new SqliteOptions(_folder.Database));
}
