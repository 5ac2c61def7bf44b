using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Settings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Storage.Sqlite;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>The bot's own poll of a site into a database file, put together as the host does it.</summary>
internal sealed class Polled : IDisposable
{
    public const string Source = "benchmark";

    private readonly SqliteStore _store;
    private readonly IReputationSource _source;
    private readonly TimedStore _timed;
    private readonly Poll _poll;

    public Polled(Uri site, string database)
    {
        File = database;
        _store = SqliteStore.Open(new SqliteOptions(database));
        _timed = new TimedStore(_store.Polls);
        List<SourceKind> kinds = [];
        kinds.AddStackOverflow();
        _source = kinds.Single().Create(Source, new StackOverflowOptions { BaseUrl = new Uri(site, "/api/v3"), Token = "none-needed" }, TimeProvider.System);
        _poll = new Poll(_source, _timed, new PollPolicy(new MilestoneOptions().Rules, GuardLimits.Off, []), TimeProvider.System);
    }

    public IStore Store => _store;

    public IStandingReader People => _store.People;

    public string File { get; }

    public TimeSpan LastCommit => _timed.LastCommit;

    public long WalSize => new FileInfo(File + "-wal") is { Exists: true } wal ? wal.Length : 0;

    /// <exception cref="InvalidOperationException">The poll was not accepted: there is nothing to measure.</exception>
    public async Task<PollRecord> RunAsync(CancellationToken token)
    {
        var record = await _poll.RunAsync(null, token);
        return record.Outcome is PollOutcome.Complete ? record : throw new InvalidOperationException($"The poll ended as {record.Outcome}: {record.Reason}");
    }

    public void Dispose()
    {
        (_source as IDisposable)?.Dispose();
        _store.Dispose();
    }
}
