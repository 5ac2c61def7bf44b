using System.Collections.Concurrent;
using System.Globalization;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>One database file: a single writing connection, reading connections as needed, every fault explained.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int PageSize = 4096;

    private readonly string _file;
    private readonly SqliteLock? _lock;
    private readonly SqliteSession? _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private long _scoresVersion;

    private SqliteDatabase(string file, SqliteLock? fileLock, SqliteSession? writer)
    {
        _file = file;
        _lock = fileLock;
        _writer = writer;
    }

    /// <summary>Another number after every change of scores. They are written by nobody else.</summary>
    public long ScoresVersion => Interlocked.Read(ref _scoresVersion);

    /// <summary>Opens the file for this process alone, makes it when it is missing and brings its schema up to date.</summary>
    /// <exception cref="StoreException">It is in use, damaged, foreign, newer than this program, or cannot be written.</exception>
    public static SqliteDatabase Open(SqliteOptions options)
    {
        var fileLock = SqliteLock.Take(options.File);
        try
        {
            return new SqliteDatabase(options.File, fileLock, Explained(options.File, () => OpenWriter(options)));
        }
        catch
        {
            fileLock.Dispose();
            throw;
        }
    }

    /// <summary>Opens an existing file for looking only, also while another process writes.</summary>
    /// <exception cref="StoreException">There is no such file, or it is damaged, foreign or newer than this program.</exception>
    public static SqliteDatabase OpenForReading(SqliteOptions options)
    {
        if (!File.Exists(options.File)) throw new StoreException($"There is no database '{options.File}' yet. Start the bot once, or check Storage:ConnectionString.");
        var database = new SqliteDatabase(options.File, null, null);
        return database.Read(reader => SqliteMigrations.Check(reader, options.File)) ? database : throw new StoreException($"The database '{options.File}' is of an older version. Start the bot once to bring it up to date.");
    }

    /// <summary>Opens an existing file for writing beside the process that holds it. SQLite keeps the two apart; what that one has in memory it does not know.</summary>
    /// <exception cref="StoreException">There is no such file, or it is damaged, foreign or of another version.</exception>
    public static SqliteDatabase OpenBeside(SqliteOptions options)
    {
        OpenForReading(options).Dispose();
        return Explained(options.File, () => new SqliteDatabase(options.File, null, Connect(options.File, SqliteOpenMode.ReadWrite)));
    }

    public T Read<T>(Func<SqliteSession, T> work) => Explained(_file, () =>
    {
        if (!_readers.TryTake(out var reader)) reader = Connect(_file, SqliteOpenMode.ReadOnly);
        try
        {
            return work(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    });

    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken token)
    {
        if (_writer is null) throw new InvalidOperationException("This database was opened for reading.");
        await _writing.WaitAsync(token);
        try
        {
            return Explained(_file, () => _writer.InTransaction(work));
        }
        finally
        {
            Note(_writer);
            _writing.Release();
        }
    }

    /// <summary>Writes, and leaves no byte of what was replaced or deleted in the file or its log.</summary>
    public async Task<T> EraseAsync<T>(Func<SqliteSession, T> work, CancellationToken token)
    {
        if (_writer is null) throw new InvalidOperationException("This database was opened for reading.");
        await _writing.WaitAsync(token);
        try
        {
            return Explained(_file, () => _writer.Erasing(work));
        }
        finally
        {
            Note(_writer);
            _writing.Release();
        }
    }

    /// <summary>The same while nobody else can be writing: at the start.</summary>
    public T Write<T>(Func<SqliteSession, T> work) => Explained(_file, () => _writer!.InTransaction(work));

    /// <summary>Writes down beside the file how far it has come, so that an older copy in its place is noticed.</summary>
    public void Mark()
    {
        if (_lock is not null) SqliteMark.Write(_file, Read(SqliteMark.Of));
    }

    /// <summary>Whether this place has seen a file that had come further. One that was never polled is a new one.</summary>
    public bool IsOlderCopy(SqliteSession session) => SqliteMark.Of(session) is > 0 and var come && SqliteMark.Read(_file) > come;

    public void Dispose()
    {
        foreach (var reader in _readers) reader.Dispose();
        _writer?.Dispose();
        _lock?.Dispose();
        _writing.Dispose();
    }

    // Also after a fault, which may have come after the commit.
    private void Note(SqliteSession writer)
    {
        if (writer.HasMovedScores) Interlocked.Increment(ref _scoresVersion);
        writer.HasMovedScores = false;
    }

    private static T Explained<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw fault.Explain(file);
        }
    }

    private static SqliteSession OpenWriter(SqliteOptions options)
    {
        var writer = Connect(options.File, SqliteOpenMode.ReadWriteCreate);
        try
        {
            SqliteMigrations.Check(writer, options.File);
            // WAL: lookups go on while a poll commits. FULL: a commit is on the disk before it is reported, so that no
            // card is ever posted for a milestone that a power cut could take out of the ledger again.
            writer.Scalar<string>("PRAGMA journal_mode = WAL");
            writer.Execute("PRAGMA synchronous = FULL");
            // A poll's changes lie all over the tables: with the default of 2 MB the pages of one commit push each other out
            // and go to the log twice. 16 MB hold 1 % of a million people, and only what is used is taken.
            writer.Execute("PRAGMA cache_size = -16384");
            // Every 8 MB instead of 4: what one poll after another changes is copied into the database once.
            writer.Scalar<long>("PRAGMA wal_autocheckpoint = 2048");
            // After a large commit the log file shrinks back instead of keeping its high-water mark for ever.
            writer.Execute("PRAGMA journal_size_limit = 16777216");
            if (options.MaxSizeMegabytes > 0)
            {
                var pages = (options.MaxSizeMegabytes * 1024L * 1024L / PageSize).ToString(CultureInfo.InvariantCulture);
                writer.Scalar<long>("PRAGMA max_page_count = " + pages);
            }

            // Off meanwhile, for a migration may make tables anew that others refer to (sqlite.org/lang_altertable.html#otheralter).
            writer.Execute("PRAGMA foreign_keys = OFF");
            SqliteMigrations.Apply(writer);
            writer.Execute("PRAGMA foreign_keys = ON");
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private static SqliteSession Connect(string file, SqliteOpenMode mode)
    {
        var session = new SqliteSession(file, mode);
        try
        {
            session.Open();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
