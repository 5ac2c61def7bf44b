using System.Globalization;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>
/// A small file beside the database that says how far it has come: the number of the last accepted poll. When a backup is put
/// back, the file stays, and what lies between is not celebrated twice.
/// </summary>
internal static class SqliteMark
{
    public static long Of(SqliteSession session) => session.Scalar<long>("SELECT COALESCE(MAX(number), 0) FROM poll WHERE outcome = 'Complete'");

    /// <returns>Null when there is no such file, or it cannot be read: then nothing is known, which does no harm.</returns>
    public static long? Read(string database)
    {
        try
        {
            return long.TryParse(File.ReadAllText(Path(database)), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Write(string database, long number)
    {
        try
        {
            File.WriteAllText(Path(database), number.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk: the poll is accepted all the same, and an older copy would only be noticed later.
        }
    }

    private static string Path(string database) => database + ".mark";
}
