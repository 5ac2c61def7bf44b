using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Keeps a second bot away from the database: two of them would celebrate everything twice.</summary>
/// <remarks>A file of its own, held open without sharing; the operating system lets go of it however the process ends.</remarks>
internal sealed class SqliteLock : IDisposable
{
    private readonly FileStream _file;

    private SqliteLock(FileStream file) => _file = file;

    public static SqliteLock Take(string database)
    {
        try
        {
            // Two names of one file are one database.
            if (File.Exists(database)) database = File.ResolveLinkTarget(database, returnFinalTarget: true)?.FullName ?? database;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
            return new SqliteLock(new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreException($"The folder of the database '{database}' cannot be written: {fault.Message} Check its permissions or Storage:ConnectionString.", fault);
        }
        catch (IOException fault) when (File.Exists(database + ".lock"))
        {
            throw new StoreException(
                $"The database '{database}' is in use by another ChatFlairBot. Stop that one first, or give this one its own Storage:ConnectionString.", fault);
        }
        catch (IOException fault)
        {
            throw new StoreException($"The folder of the database '{database}' cannot be made or used: {fault.Message}", fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
