using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>A statement that one transaction runs for thousands of rows, its values bound in the order of its parameters.</summary>
/// <remarks>ADO.NET looks every parameter up by its name and makes a reader for every row, which costs several times what SQLite does.</remarks>
internal sealed class SqliteBulk : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteBulk(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    public SqliteBulk Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_bound, value));
        return this;
    }

    public SqliteBulk Bind(string? value)
    {
        _bound++;
        Check(value is null ? raw.sqlite3_bind_null(_statement, _bound) : raw.sqlite3_bind_text(_statement, _bound, value));
        return this;
    }

    /// <returns>How many rows were changed.</returns>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        _bound = 0;
        Check(result);
        return raw.sqlite3_changes(_database);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
