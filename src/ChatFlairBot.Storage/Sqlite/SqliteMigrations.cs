using System.Globalization;
using System.Reflection;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>Numbered, forward-only changes of the schema, each a file in <c>Migrations</c> and one transaction.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks the file as ours in its header (sqlite.org/pragma.html#pragma_application_id): "CFlB".</summary>
    private const long ApplicationId = 0x43466C42;

    private const string ReadVersion = "PRAGMA user_version";

    private static readonly string[] Scripts =
        [.. typeof(SqliteMigrations).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(typeof(SqliteMigrations).Namespace + ".Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Refuses a file that is not ours or that a newer program wrote.</summary>
    /// <returns>Whether the schema is the one this program writes; false when it is older or there is none yet.</returns>
    public static bool Check(SqliteSession session, string file)
    {
        var application = session.Scalar<long>("PRAGMA application_id");
        var version = session.Scalar<long>(ReadVersion);
        var isEmpty = session.Scalar<long>("SELECT COUNT(*) FROM sqlite_master") == 0;
        if (!isEmpty && application != ApplicationId)
        {
            throw new StoreException($"The file '{file}' is the database of another program. It was left untouched; point Storage:ConnectionString at a file of the bot's own.");
        }

        if (version > Scripts.Length)
        {
            throw new StoreException(
                $"The database '{file}' was written by a newer ChatFlairBot (schema {version}, this one knows {Scripts.Length}). It was left untouched; install that version again, or put back a backup from before the upgrade.");
        }

        return version == Scripts.Length;
    }

    public static void Apply(SqliteSession session)
    {
        // A write that changes nothing: a file that may only be read is refused now and not at every poll.
        session.InTransaction(writer => writer.Execute(ReadVersion + " = " + session.Scalar<long>(ReadVersion).ToString(CultureInfo.InvariantCulture)));
        for (var version = (int)session.Scalar<long>(ReadVersion); version < Scripts.Length; version++)
        {
            var script = Read(Scripts[version]);
            session.InTransaction(writer =>
            {
                writer.Execute(script);
                writer.Execute("PRAGMA application_id = " + ApplicationId.ToString(CultureInfo.InvariantCulture));
                return writer.Execute("PRAGMA user_version = " + (version + 1).ToString(CultureInfo.InvariantCulture));
            });
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
