using System.Globalization;
using ChatFlairBot.Demo;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace ChatFlairBot.Tests.EndToEnd;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int People = 80;

    /// <summary>Before each kill everybody passes the next multiple of a hundred.</summary>
    private const long AllMilestones = Kills * People;

    /// <summary>How long the site takes to answer, so that a poll is as easy to hit as the deliveries after it.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task After_twenty_kills_every_milestone_is_in_the_ledger_once_and_every_card_was_sent()
    {
        const int Seed = 20260302;
        var random = new Random(Seed);
        using var folder = new TempFolder();
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, [.. Enumerable.Range(1, People).Select(id => new SamplePerson(id, $"Person {id}", 50))]);
        var port = Ports.Free();
        var settings = BotRun.Values(
            folder.Database, site.Site.Address, ("Http:Url", $"http://127.0.0.1:{port}"), ("Polling:Interval", "00:00:01"), ("Milestones:ReputationEvery", "100"), ("Milestones:Reputation:0", "100"), ("Milestones:Collective", "0"),
            // Everybody rises each time, which no guard believes.
            ("Guard:Changed", "1"), ("Guard:Milestones", "1"), ("Guard:Multiplied", "1"));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);

        // One quiet start, so that everybody is seeded below the first threshold.
        using (BotProcess.Start(folder.File(""), settings, "run"))
        {
            await Patience.UntilAsync(() => PollsAsync(folder), "the first poll is accepted");
        }

        site.Before(() => Task.Delay(Answer, TimeProvider.System, TestContext.Current.CancellationToken));
        for (var kill = 1; kill <= Kills; kill++)
        {
            foreach (var person in site.Company.People) person.Reputation += 100;
            var (before, asked) = (seen.Count, site.Requests.Count);
            using var bot = BotProcess.Start(folder.File(""), settings, "run");
            await Ports.UntilReadyAsync(http, bot);
            await using var viewer = await Viewer.ConnectAsync(http);
            // Once the poll has asked its first question: its answer takes 200 ms, the deliveries after it about as long. Anywhere in that.
            await Patience.UntilAsync(() => site.Requests.Count > asked, "the poll is under way");
            var moment = TimeSpan.FromMilliseconds(random.Next(0, 250));
            await Task.Delay(moment, TimeProvider.System, TestContext.Current.CancellationToken);
            bot.Kill();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kill {kill} after {moment.TotalMilliseconds} ms: {Note(viewer, seen) - before} more cards seen, {Count(folder)}"));
        }

        using (var bot = BotProcess.Start(folder.File(""), settings, "run"))
        {
            await Ports.UntilReadyAsync(http, bot);
            await using var viewer = await Viewer.ConnectAsync(http);
            await Patience.UntilAsync(() => Count(folder) is { Ledger: AllMilestones, Open: 0 }, "all is polled and delivered");
            await Patience.UntilAsync(() => Note(viewer, seen) == Count(folder).Celebrated, "the page shows the last cards");
        }

        var count = Count(folder);
        output.WriteLine($"{count}; the viewer saw {seen.Count} different cards");
        Assert.Equal((AllMilestones, count.Celebrated), (count.Ledger, count.Sent));
        Assert.All(seen.GroupBy(card => card.Value, StringComparer.Ordinal), title => Assert.Single(title));
    }

    private static int Note(Viewer viewer, Dictionary<string, string> seen)
    {
        foreach (var (id, card) in viewer.Cards) seen[id] = (string)card["card"]!["title"]!;
        return seen.Count;
    }

    private static async Task<bool> PollsAsync(TempFolder folder)
    {
        if (!File.Exists(folder.Database)) return false;
        try
        {
            using var store = SqliteStore.OpenForReading(new SqliteOptions(folder.Database));
            return (await store.Polls.LastPollsAsync(TestContext.Current.CancellationToken)).Count > 0;
        }
        catch (Core.Storing.StoreException)
        {
            // Still being made.
            return false;
        }
    }

    private static Counts Count(TempFolder folder)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT COUNT(*) FROM milestone), (SELECT COUNT(*) FROM milestone WHERE announcement <> 'none'),
                (SELECT COUNT(DISTINCT milestone) FROM delivery WHERE state = 'Sent'),
                (SELECT COUNT(*) FROM milestone WHERE announcement = 'pending') + (SELECT COUNT(*) FROM delivery WHERE state NOT IN ('Sent', 'Dropped'))
            """;
        using var row = command.ExecuteReader();
        row.Read();
        return new Counts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    private sealed record Counts(long Ledger, long Celebrated, long Sent, long Open);
}
