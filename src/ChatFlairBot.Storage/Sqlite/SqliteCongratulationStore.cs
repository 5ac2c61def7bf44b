using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <inheritdoc cref="ICongratulationStore"/>
internal sealed class SqliteCongratulationStore(SqliteDatabase database) : ICongratulationStore
{
    public Task<bool> AddAsync(long delivery, MemberId member, DateTimeOffset at, CancellationToken token) => database.WriteAsync(
        writer => writer.Execute(
            "INSERT OR IGNORE INTO congratulation (delivery, platform, workspace, member, at) VALUES ($1, $2, $3, $4, $5)",
            delivery,
            member.Platform,
            member.Workspace,
            member.Id,
            at.ToUnixTimeMilliseconds()) > 0,
        token);

    public Task<int> CountAsync(long delivery, CancellationToken token) =>
        Task.FromResult((int)database.Read(reader => reader.Scalar<long>("SELECT COUNT(*) FROM congratulation WHERE delivery = $1", delivery)));
}
