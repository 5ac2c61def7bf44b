using System.Globalization;

namespace ChatFlairBot.Benchmarks.Reports;

/// <summary>A folder for a database, gone when the measurement is over.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder()
    {
        // Beside the program and not among temporary files, which may live in memory: a commit has to reach a disk.
        Path = System.IO.Path.Combine(AppContext.BaseDirectory, "data", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "chatflair.db");

    /// <summary>Exact only while nobody has the database open: before, part of it is still in the log.</summary>
    public long DatabaseSize => new FileInfo(Database).Length;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
