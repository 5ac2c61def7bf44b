using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>The numbers that stand for the sources' names in every row.</summary>
internal static class SqliteSources
{
    /// <returns>The number, or null when no poll of that source was ever written down.</returns>
    public static long? Find(SqliteSession session, string name)
    {
        var found = session.Query("SELECT number FROM source WHERE name = $1", reader => reader.GetInt64(0), name);
        return found.Count == 0 ? null : found[0];
    }

    public static long FindOrAdd(SqliteSession session, string name)
    {
        session.Execute("INSERT INTO source (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", name);
        return Find(session, name)!.Value;
    }

    /// <summary>Puts a notice on its way unless managers were told of this kind of trouble since the last accepted poll.</summary>
    public static void TellOnce(SqliteSession writer, long source, TroubleNotice notice, DateTimeOffset now)
    {
        var told = writer.Scalar<string>("SELECT told FROM source WHERE number = $1", source).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (told.Contains(notice.Kind, StringComparer.Ordinal)) return;
        SqliteDeliveryStore.Notify(writer, notice.Notice, notice.Channels, now);
        writer.Execute("UPDATE source SET told = $2 WHERE number = $1", source, string.Join(' ', [.. told, notice.Kind]));
    }
}
