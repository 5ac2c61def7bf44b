using ChatFlairBot.Core.Storing;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Contracts;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Storage.Sqlite;

public sealed class SqliteContractTests : DeliveryStoreContract
{
    private readonly TempFolder _folder = new();

    protected override IStore Open() => SqliteStore.Open(new SqliteOptions(_folder.Database));

    protected override void Clean() => _folder.Dispose();
}
