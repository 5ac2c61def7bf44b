using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Puts SQLite's result codes (sqlite.org/rescode.html) into words that say what to do.</summary>
internal static class SqliteFaults
{
    public static StoreException Explain(this SqliteException fault, string file) => new(Message(fault, file), fault);

    private static string Message(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"There is no room left for the database '{file}'. Free space on its disk (or raise Storage:MaxSizeMegabytes); nothing is lost, the bot goes on by itself.",
        raw.SQLITE_IOERR => $"The disk refused to read or write the database '{file}' ({fault.Message}). Check the disk and its free space.",
        raw.SQLITE_CORRUPT => $"The database '{file}' is damaged. {WayOut(file)}",
        raw.SQLITE_NOTADB => $"The file '{file}' is not a database. It was left untouched; point Storage:ConnectionString at a file of the bot's own, or put back a backup.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY => $"The database '{file}' cannot be opened for writing ({fault.Message}). Check its folder and permissions.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program holds the database '{file}' locked. Close it and try again.",
        _ => $"The database '{file}' reports: {fault.Message}",
    };

    private static string WayOut(string file) =>
        $"It was left untouched. Put back a backup, or move the file away (with '{file}-wal' and '{file}-shm') to start anew: the first poll then seeds silently.";
}
