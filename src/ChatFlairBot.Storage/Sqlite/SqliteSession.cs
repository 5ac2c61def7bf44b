using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>One connection with its prepared statements, for one thread at a time. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
#pragma warning disable CA2213 // Only noted here while InTransaction, which disposes it, runs.
    private SqliteTransaction? _transaction;
#pragma warning restore CA2213

    public SqliteSession(string file, SqliteOpenMode mode)
    {
        // Pooling is this folder's own (prepared statements stay with their connection); WAL readers must not see each other's locks.
        var text = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, Cache = SqliteCacheMode.Private };
        _connection = new SqliteConnection(text.ToString());
    }

    /// <summary>Whether somebody's score was written since this was last false.</summary>
    public bool HasMovedScores { get; set; }

    public void Open()
    {
        _connection.Open();
        // A backup tool may hold the file for a moment; within this time a call waits instead of failing.
        Execute("PRAGMA busy_timeout = 5000");
    }

    /// <summary>Runs the work in one transaction that takes the write lock at once, so that no later statement can find it taken.</summary>
    public T InTransaction<T>(Func<SqliteSession, T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            var result = work(this);
            transaction.Commit();
            return result;
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>The same, and overwrites what it deletes (sqlite.org/pragma.html#pragma_secure_delete), in the log as well.</summary>
    public T Erasing<T>(Func<SqliteSession, T> work)
    {
        Scalar<long>("PRAGMA secure_delete = ON");
        try
        {
            var result = InTransaction(work);
            // A reader may hold the log back for a moment; then the next checkpoint does it.
            Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
            return result;
        }
        finally
        {
            Scalar<long>("PRAGMA secure_delete = FAST");
        }
    }

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public T Scalar<T>(string sql, params ReadOnlySpan<object?> values) => (T)Prepare(sql, values).ExecuteScalar()!;

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Prepares a statement that the caller runs for many rows, within its transaction.</summary>
    public SqliteBulk Bulk(string sql) => new(_connection.Handle!, sql);

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder; values only ever come as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var index = 0; index < values.Length; index++) command.Parameters.Add(new SqliteParameter($"${index + 1}", null));
            _prepared.Add(sql, command);
        }

        command.Transaction = _transaction;
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index] ?? DBNull.Value;
        return command;
    }
}
