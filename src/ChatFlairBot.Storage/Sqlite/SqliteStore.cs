using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file, one writing process.</summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteDatabase _database;

    private SqliteStore(SqliteDatabase database)
    {
        _database = database;
        Polls = new SqlitePollStore(database);
        Deliveries = new SqliteDeliveryStore(database);
        People = new SqliteStandingReader(database);
    }

    public IPollStore Polls { get; }

    public IDeliveryStore Deliveries { get; }

    public IStandingReader People { get; }

    /// <summary>Opens the file for this process alone; makes it when it is missing.</summary>
    /// <exception cref="StoreException">It is in use, damaged, foreign, newer than this program, or cannot be written.</exception>
    public static SqliteStore Open(SqliteOptions options) => new(SqliteDatabase.Open(options));

    /// <summary>Opens an existing file for looking only, also while a bot runs on it.</summary>
    /// <exception cref="StoreException">There is no such file, or it is damaged, foreign or of another version.</exception>
    public static SqliteStore OpenForReading(SqliteOptions options) => new(SqliteDatabase.OpenForReading(options));

    public void Verify()
    {
        var complaint = _database.Read(reader => reader.Scalar<string>("PRAGMA quick_check(1)"));
        if (complaint != "ok") throw new StoreException($"The database is damaged: {complaint}. Put back a backup.");
    }

    public void Dispose() => _database.Dispose();
}
