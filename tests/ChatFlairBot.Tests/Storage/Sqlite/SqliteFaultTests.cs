using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Demo;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Tests.Storage.Sqlite;

public sealed class SqliteFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private SqliteOptions Options => new(_folder.Database);

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var text = "This is a letter, not a database. " + new string('x', 5_000);
        File.WriteAllText(_folder.Database, text);
        Assert.Contains("is not a database. It was left untouched; point", Refusal(), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(_folder.Database));
    }

    [Fact]
    public void A_damaged_database_is_refused_and_left_as_it_is()
    {
        SqliteStore.Open(Options).Dispose();
        var bytes = File.ReadAllBytes(_folder.Database);
        // The header stays, the table of tables goes.
        Array.Fill(bytes, (byte)0x5A, 100, 3_900);
        File.WriteAllBytes(_folder.Database, bytes);
        Assert.Contains("is damaged. It was left untouched. Put back a backup", Refusal(), StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public void A_newer_database_is_refused_and_left_as_it_is()
    {
        SqliteStore.Open(Options).Dispose();
        Execute("PRAGMA user_version = 99");
        var bytes = File.ReadAllBytes(_folder.Database);
        Assert.Contains("written by a newer ChatFlairBot (schema 99", Refusal(), StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.Database));
        Assert.Contains("written by a newer", Assert.Throws<StoreException>(() => SqliteStore.OpenForReading(Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE invoice (number INTEGER)");
        var bytes = File.ReadAllBytes(_folder.Database);
        Assert.Contains("is the database of another program", Refusal(), StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.Database));
    }

    [Fact]
    public void A_second_opening_is_refused_until_the_first_is_closed()
    {
        using (SqliteStore.Open(Options)) Assert.Contains("in use by another ChatFlairBot", Refusal(), StringComparison.Ordinal);
        SqliteStore.Open(Options).Dispose();
    }

    [Fact]
    public void Another_name_of_the_same_file_is_the_same_database()
    {
        using var first = SqliteStore.Open(Options);
        File.CreateSymbolicLink(_folder.File("other.db"), _folder.Database);
        var second = Assert.Throws<StoreException>(() => SqliteStore.Open(new SqliteOptions(_folder.File("other.db"))));
        Assert.Contains("in use by another ChatFlairBot", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_folder.File("notes"), "a file where a folder is due");
        var options = new SqliteOptions(Path.Combine(_folder.File("notes"), "chatflair.db"));
        Assert.Contains("cannot be made or used", Assert.Throws<StoreException>(() => SqliteStore.Open(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_is_possible_while_another_process_writes_and_makes_no_file()
    {
        Assert.Contains("There is no database", Assert.Throws<StoreException>(() => SqliteStore.OpenForReading(Options)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Database));
        using var writing = SqliteStore.Open(Options);
        using var looking = SqliteStore.OpenForReading(Options);
        looking.Verify();
    }

    [Fact]
    public async Task On_a_full_disk_the_poll_fails_whole_and_the_next_one_with_room_is_as_if_nothing_had_been()
    {
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };
        await using var site = await FakeStackOverflow.StartAsync(clock, [.. Enumerable.Range(1, 20).Select(id => new SamplePerson(id, $"Person {id}", 90))]);
        using (var store = SqliteStore.Open(Options)) Assert.Equal(PollOutcome.Complete, (await PollAsync(store)).Outcome);

        // The limit gives SQLite's own answer to a full disk. Names of this size fill it.
        await using var large = await FakeStackOverflow.StartAsync(clock, [.. Enumerable.Range(1, 6_000).Select(id => new SamplePerson(id, $"Person {id} {new string('x', 200)}", 110))]);
        using (var store = SqliteStore.Open(Options with { MaxSizeMegabytes = 1 }))
        {
            var failed = await PollAsync(store, large);
            Assert.Equal(PollOutcome.Failed, failed.Outcome);
            Assert.Contains("no room left", failed.Reason, StringComparison.Ordinal);
            Assert.Equal(PollOutcome.Failed, Assert.Single(await store.Polls.LastPollsAsync(TestContext.Current.CancellationToken)).Outcome);
            Assert.Equal(20, (await store.People.CountAsync(TestContext.Current.CancellationToken))["acme"]);
            Assert.Empty(await store.Deliveries.PendingAsync(10, TestContext.Current.CancellationToken));
            Assert.Equal(PollOutcome.Complete, (await PollAsync(store)).Outcome);
        }

        using (var store = SqliteStore.Open(Options))
        {
            Assert.Equal((PollOutcome.Complete, 20), (await PollAsync(store, large)) is var poll ? (poll.Outcome, poll.Milestones) : default);
            store.Verify();
        }

        Task<PollRecord> PollAsync(SqliteStore store, FakeStackOverflow? other = null) =>
            new Poll((other ?? site).Source(clock), store.Polls, new PollPolicy(new MilestoneRules([new Core.Milestones.Rules.ReputationThresholdRule([100])]), GuardLimits.Off, []), clock)
                .RunAsync(null, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();

    private string Refusal() => Assert.Throws<StoreException>(() => SqliteStore.Open(Options).Dispose()).Message;

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two constants of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
