using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="IWorkspaceStore"/>
internal sealed class SqliteWorkspaceStore(SqliteDatabase database) : IWorkspaceStore
{
    private const string Select = "SELECT platform, id, name, enterprise, app, bot, installed_by, installed_at, scopes, secret, expires_at, left_at, reference FROM workspace";

    public Task<IReadOnlyList<Workspace>> ListAsync(string platform, CancellationToken token) => Task.FromResult<IReadOnlyList<Workspace>>(
        database.Read(reader => reader.Query($"{Select} WHERE platform = $1 ORDER BY id", Row, platform)));

    public Task<Workspace?> FindAsync(string platform, string id, CancellationToken token) => Task.FromResult(
        database.Read(reader => reader.Query($"{Select} WHERE platform = $1 AND id = $2", Row, platform, id).SingleOrDefault()));

    public Task SaveAsync(Workspace workspace, CancellationToken token) => database.EraseAsync(
        writer => writer.Execute(
            """
            INSERT OR REPLACE INTO workspace (platform, id, name, enterprise, app, bot, installed_by, installed_at, scopes, secret, expires_at, left_at, reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            workspace.Platform,
            workspace.Id,
            workspace.Name,
            workspace.Enterprise,
            workspace.App,
            workspace.Bot,
            workspace.InstalledBy,
            workspace.InstalledAt.ToUnixTimeMilliseconds(),
            workspace.Scopes,
            workspace.Secret,
            workspace.SecretExpiresAt?.ToUnixTimeMilliseconds(),
            workspace.LeftAt?.ToUnixTimeMilliseconds(),
            workspace.Reference),
        token);

    public Task<bool> LeaveAsync(string platform, string id, DateTimeOffset at, CancellationToken token) => database.EraseAsync(
        writer => writer.Execute(
            "UPDATE workspace SET secret = NULL, reference = NULL, expires_at = NULL, left_at = $3 WHERE platform = $1 AND id = $2 AND left_at IS NULL", platform, id, at.ToUnixTimeMilliseconds()) > 0,
        token);

    public Task<int> ForgetAsync(DateTimeOffset leftBefore, CancellationToken token) => database.EraseAsync(
        writer =>
        {
            var left = writer.Query("SELECT platform, id FROM workspace WHERE left_at < $1", row => (row.GetString(0), row.GetString(1)), leftBefore.ToUnixTimeMilliseconds());
            foreach (var (platform, id) in left) Forget(writer, platform, id);
            return left.Count;
        },
        token);

    public Task MoveChannelAsync(ChannelAddress from, ChannelAddress to, CancellationToken token) => database.WriteAsync(
        writer =>
        {
            // What the new one has already goes before what comes with the old one.
            string[] tables = ["subscription", "pause", "delivery"];
            foreach (var table in tables)
            {
                writer.Execute($"UPDATE OR IGNORE {table} SET channel = $4 WHERE platform = $1 AND workspace = $2 AND channel = $3", from.Platform, from.Workspace, from.Channel, to.Channel);
            }

            return 0;
        },
        token);

    public Task<bool> HearAsync(string key, DateTimeOffset at, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute("INSERT OR IGNORE INTO heard (key, at) VALUES ($1, $2)", key, at.ToUnixTimeMilliseconds()) > 0, token);

    public Task<bool> HasHeardAsync(string key, CancellationToken token) => Task.FromResult(
        database.Read(reader => reader.Scalar<long>("SELECT COUNT(*) FROM heard WHERE key = $1", key)) > 0);

    public Task<int> ForgetHeardAsync(DateTimeOffset before, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute("DELETE FROM heard WHERE at < $1", before.ToUnixTimeMilliseconds()), token);

    private static void Forget(SqliteSession writer, string platform, string id)
    {
        const string There = "platform = $1 AND workspace = $2";
        writer.Execute($"UPDATE delivery SET carrier = NULL WHERE {There}", platform, id);
        string[] tables = ["congratulation", "delivery", "subscription", "pause", "member"];
        foreach (var table in tables) writer.Execute($"DELETE FROM {table} WHERE {There}", platform, id);
        writer.Execute("DELETE FROM workspace WHERE platform = $1 AND id = $2", platform, id);
    }

    private static Workspace Row(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2))
    {
        Enterprise = row.Text(3),
        App = row.Text(4),
        Bot = row.Text(5),
        InstalledBy = row.Text(6),
        InstalledAt = row.Time(7),
        Scopes = row.GetString(8),
        Secret = row.Text(9),
        SecretExpiresAt = row.IsDBNull(10) ? null : row.Time(10),
        LeftAt = row.IsDBNull(11) ? null : row.Time(11),
        Reference = row.Text(12),
    };
}
