using System.Security.Cryptography;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file, one writing process.</summary>
public sealed class SqliteStore : IStore
{
    private const string HashKey = "hash key";

    private readonly SqliteDatabase _database;

    private SqliteStore(SqliteDatabase database, bool isOlderCopy)
    {
        _database = database;
        IsOlderCopy = isOlderCopy;
        var hash = new KeyedHash(Convert.FromBase64String(database.Read(reader => Kept(reader, HashKey)) ?? Convert.ToBase64String(new byte[32])));
        var polls = new SqlitePollStore(database, hash);
        Polls = polls;
        Deliveries = new SqliteDeliveryStore(database);
        People = new SqliteStandingReader(database);
        Quarantine = new SqliteQuarantineStore(database, polls);
        Subscriptions = new SqliteSubscriptionStore(database);
        Members = new SqliteMemberStore(database, polls, hash);
        Ledger = new SqliteLedgerReader(database);
        History = new SqliteHistoryStore(database);
        Workspaces = new SqliteWorkspaceStore(database);
        Congratulations = new SqliteCongratulationStore(database);
    }

    public IPollStore Polls { get; }

    public IDeliveryStore Deliveries { get; }

    public IStandingReader People { get; }

    public IQuarantineStore Quarantine { get; }

    public ISubscriptionStore Subscriptions { get; }

    public IMemberStore Members { get; }

    public ILedgerReader Ledger { get; }

    public IHistoryStore History { get; }

    public IWorkspaceStore Workspaces { get; }

    public ICongratulationStore Congratulations { get; }

    public bool IsOlderCopy { get; }

    /// <summary>Opens the file for this process alone; makes it when it is missing.</summary>
    /// <exception cref="StoreException">It is in use, damaged, foreign, newer than this program, or cannot be written.</exception>
    public static SqliteStore Open(SqliteOptions options)
    {
        var database = SqliteDatabase.Open(options);
        try
        {
            return new SqliteStore(database, Prepare(database));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing file for looking only, also while a bot runs on it.</summary>
    /// <exception cref="StoreException">There is no such file, or it is damaged, foreign or of another version.</exception>
    public static SqliteStore OpenForReading(SqliteOptions options) => new(SqliteDatabase.OpenForReading(options), isOlderCopy: false);

    /// <summary>Opens an existing file beside a running bot, for writing down a decision that the bot carries out. It must not poll.</summary>
    /// <exception cref="StoreException">There is no such file, or it is damaged, foreign or of another version.</exception>
    public static SqliteStore OpenBeside(SqliteOptions options) => new(SqliteDatabase.OpenBeside(options), isOlderCopy: false);

    public Task KeepAsync(string key, string? value, CancellationToken token) => _database.WriteAsync(
        writer => value is null
            ? writer.Execute("DELETE FROM setting WHERE key = $1", key)
            : writer.Execute("INSERT OR REPLACE INTO setting (key, value) VALUES ($1, $2)", key, value),
        token);

    public Task<string?> KeptAsync(string key, CancellationToken token) => Task.FromResult(_database.Read(reader => Kept(reader, key)));

    public void Verify()
    {
        var complaint = _database.Read(reader => reader.Scalar<string>("PRAGMA quick_check(1)"));
        if (complaint != "ok") throw new StoreException($"The database is damaged: {complaint}. Put back a backup.");
    }

    public void Dispose() => _database.Dispose();

    private static string? Kept(SqliteSession reader, string key) => reader.Query("SELECT value FROM setting WHERE key = $1", row => row.GetString(0), key).SingleOrDefault();

    // The key of the hashes is of this store alone. What an older copy has not sent yet was sent by the newer one.
    private static bool Prepare(SqliteDatabase database) => database.Write(writer =>
    {
        if (Kept(writer, HashKey) is null) writer.Execute("INSERT INTO setting (key, value) VALUES ($1, $2)", HashKey, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        if (!database.IsOlderCopy(writer)) return false;
        writer.Execute("UPDATE source SET is_seeding = 1");
        writer.Execute("UPDATE milestone SET announcement = 'none' WHERE announcement = 'pending'");
        writer.Execute("UPDATE delivery SET state = 'Dropped', reason = 'The database was put back to an older copy.' WHERE state IN ('Waiting', 'Pending', 'Attempting', 'Uncertain', 'Parked')");
        return true;
    });
}
