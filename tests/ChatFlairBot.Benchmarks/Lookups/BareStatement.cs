using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Benchmarks.Lookups;

/// <summary>The least that a lookup in a database can be: one row by its key, on a connection of its own, prepared once.</summary>
internal sealed class BareStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _id;

    public BareStatement(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        _command = _connection.CreateCommand();
        _command.CommandText = "SELECT name FROM person WHERE source = 1 AND id = $id";
        _id = _command.Parameters.Add("$id", SqliteType.Integer);
        _command.Prepare();
    }

    public string Find(long id)
    {
        _id.Value = id;
        return (string)_command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}
