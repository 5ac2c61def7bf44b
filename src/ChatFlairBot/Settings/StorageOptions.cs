using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using ChatFlairBot.Storage.Sqlite;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Storage</c> block.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    private const string DataSource = "Data Source";

    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>For SQLite: <c>Data Source=</c> and a file.</summary>
    [Required]
    public string ConnectionString { get; set; } = DataSource + "=data/chatflair.db";

    /// <summary>The database never grows beyond this; 0 for no limit but the disk's.</summary>
    [Range(0, 1_000_000)]
    public int MaxSizeMegabytes { get; set; }

    /// <summary>The folder of the keys that workspaces' tokens are encrypted with; empty for <c>keys</c> beside the database. Keep it out of the database's backup: whoever has both can read the tokens.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>The same with its default.</summary>
    public string Keys => KeyFolder.Length > 0 ? KeyFolder : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Sqlite.File))!, "keys");

    public SqliteOptions Sqlite => new((string)Parsed()[DataSource], MaxSizeMegabytes);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string? file = null;
        try
        {
            file = Parsed() is { Count: 1 } parsed && parsed.TryGetValue(DataSource, out var value) ? value as string : null;
        }
        catch (ArgumentException)
        {
            // Not the form at all: the same answer as for the wrong keys.
        }

        if (file is null or "" || file.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("ConnectionString names a file and nothing else: Data Source=data/chatflair.db.", [nameof(ConnectionString)]);
        }
    }

    private DbConnectionStringBuilder Parsed() => new() { ConnectionString = ConnectionString };
}

/// <summary>The stores there are.</summary>
internal enum StorageProvider
{
    Sqlite,
}
