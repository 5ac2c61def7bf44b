using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Tests.Storage.Sqlite;

/// <summary>A database of the first version, with everything in it, is brought up to date and nothing of it is lost.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_first_version_kept_is_still_there_and_goes_on()
    {
        await MakeFirstAsync();

        using var store = SqliteStore.Open(new SqliteOptions(_folder.Database));
        store.Verify();
        Assert.False(store.IsOlderCopy);
        Assert.Equal((990, 1), await store.People.FindAsync(new PersonId("acme", 7), Token) is var found ? (found!.Standing.Score, found.Rank) : default);
        foreach (var part in new[] { "king", "king lovelace", "love" }) Assert.Equal(7, Assert.Single(await store.People.SearchAsync(part, ["acme"], 5, Token)).Person.Number);
        var general = new ChannelAddress("Playground", "default", "general");
        Assert.Equal((1, 1), await store.Deliveries.CountAsync(Token) is var counts ? ((int)counts[DeliveryState.Sent], (int)counts[DeliveryState.Pending]) : default);
        Assert.Equal("m-1", Assert.Single((await store.Ledger.OfPersonAsync(new PersonId("acme", 7), 10, Token))[1].Deliveries).MessageId);
        var claimed = await store.Deliveries.ClaimAsync(general, DateTimeOffset.UnixEpoch.AddDays(1), Token);
        Assert.Equal(500, ((DeliveryContent.Card)claimed!.Content).Announcement.Height);

        // The snapshot is compared as before: nobody counts as changed because of the new version.
        using var draft = await store.Polls.BeginAsync("acme", Token);
        Assert.False(draft.IsFirst);
        Assert.Equal(Core.Storing.Sighting.Unchanged, draft.See(new Standing(new PersonId("acme", 7), "Ada King Lovelace", 990, null, null)));
    }

    public void Dispose() => _folder.Dispose();

    private async Task MakeFirstAsync()
    {
        var words = Fingerprint.Of("Ada King Lovelace", null, null);
        await using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The first version's own script, and constants.
        command.CommandText = await File.ReadAllTextAsync(Repository.Path("src", "ChatFlairBot.Storage", "Sqlite", "Migrations", "0001-first.sql"), Token)
            + $"""
            PRAGMA application_id = {0x43466C42};
            PRAGMA user_version = 1;
            INSERT INTO source (number, name, people) VALUES (1, 'acme', 1);
            INSERT INTO poll (number, source, started_at, finished_at, outcome, people, changed, milestones) VALUES (1, 1, 0, 1, 'Complete', 1, 1, 0);
            INSERT INTO standing (source, id, score, high_water, words) VALUES (1, 7, 990, 1010, {words});
            INSERT INTO score (source, score, people) VALUES (1, 990, 1);
            INSERT INTO person (source, id, name, folded) VALUES (1, 7, 'Ada King Lovelace', 'ada king lovelace');
            INSERT INTO milestone (number, source, id, key, height, rule, rule_version, score_before, score_after, poll, reached_at, announcement) VALUES
                (1, 1, 7, 'reputation:100', 100, 'reputation-thresholds', 1, 90, 110, 1, 1, 'fanned out'), (2, 1, 7, 'reputation:500', 500, 'reputation-thresholds', 1, 490, 510, 1, 1, 'fanned out');
            INSERT INTO delivery (milestone, platform, workspace, channel, state, attempts, created_at, due_at, settled_at, message_id) VALUES
                (1, 'Playground', 'default', 'general', 'Sent', 1, 1, 1, 2, 'm-1'), (2, 'Playground', 'default', 'general', 'Pending', 0, 1, 1, NULL, NULL);
            """;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }
}
