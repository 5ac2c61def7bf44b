using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Teams;
using ChatFlairBot.Tests.Platforms.Teams;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The program is killed while it posts to Teams: before a card arrives, after, and between its answer and the next.</summary>
public sealed class TeamsKillTests(ITestOutputHelper output)
{
    private const int Kills = 30;
    private const int Rooms = 15;

    private readonly Random _random = new(20261124);

    /// <summary>Cards that were the last of their channel when a process died. Teams shows a bot no history, so of these nobody can know whether they arrived.</summary>
    private readonly HashSet<(string Room, string Card)> _lastOnes = [];

    private int _unanswered;

    [Fact]
    public async Task After_thirty_kills_nothing_is_lost_and_only_cards_whose_answer_was_lost_came_twice()
    {
        using var folder = new TempFolder();
        await using var teams = await FakeConnector.StartAsync(TimeProvider.System);
        var rooms = teams.Guild.AddChannels(Rooms);
        // One for each kill, so that a card that was lost in every channel is missed as well; and one more, after whose card all is told.
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, [.. Enumerable.Range(1, Kills + 1).Select(id => new SamplePerson(id, Name(id), 50))]);
        var settings = Settings(folder, site, teams, rooms);
        await BeginAsync(folder, settings, site, teams);
        var posted = new ConcurrentQueue<ConnectorCall>();
        teams.Script.BeforeAnswer = async call =>
        {
            if (!call.Writes) return;
            Interlocked.Increment(ref _unanswered);
            posted.Enqueue(call);
            await Task.Delay(TimeSpan.FromMilliseconds(Next(120)), TimeProvider.System);
            Interlocked.Decrement(ref _unanswered);
        };

        var killsInFlight = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            site.Company.Find(kill)!.Reputation = 100;
            posted.Clear();
            using var bot = BotProcess.Start(folder.File(""), settings, "run");
            var enough = 1 + Next(Rooms);
            await Patience.UntilAsync(() => posted.Count >= enough || bot.HasExited, "so many cards are under way");
            var unanswered = Volatile.Read(ref _unanswered);
            bot.Kill();
            if (unanswered > 0) killsInFlight++;
            foreach (var last in posted.GroupBy(call => call.RoomId, StringComparer.Ordinal).Select(calls => calls.Last())) _lastOnes.Add((last.RoomId, Card(last)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kill {kill}: {posted.Count} cards had arrived in this life, {unanswered} of them not yet answered"));
            await Patience.UntilAsync(() => Volatile.Read(ref _unanswered) == 0, "the dead bot's calls are over");
        }

        teams.Script.BeforeAnswer = null;
        site.Company.Find(Kills + 1)!.Reputation = 100;
        using (BotProcess.Start(folder.File(""), settings, "run"))
        {
            await Patience.UntilAsync(() => rooms.All(room => room.Posts.Any(post => post.Summary.StartsWith(Name(Kills + 1), StringComparison.Ordinal))), "every channel has the last card");
        }

        Assert.Empty(teams.Faults);
        // Else it was not killed while it posted, and shows nothing.
        Assert.True(killsInFlight >= Kills / 3, $"Only {killsInFlight} of {Kills} kills met a card whose answer was on its way.");
        var everybody = Enumerable.Range(1, Kills + 1).Select(Name).Order(StringComparer.Ordinal).ToList();
        Assert.All(rooms, room => Assert.Equal(everybody, room.Posts.Select(post => post.Summary[..7]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        var twice = rooms.SelectMany(room => room.Posts).GroupBy(post => (post.Room.Id, post.Summary)).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        output.WriteLine($"{killsInFlight} kills met a card on its way; {twice.Count} of {rooms.Sum(room => room.Posts.Count)} cards came twice.");
        Assert.All(twice, one => Assert.Contains(one, _lastOnes));
    }

    /// <summary>Everybody is seeded below the first threshold, and the team is one that the bot was added to.</summary>
    private static async Task BeginAsync(TempFolder folder, Dictionary<string, string?> settings, FakeStackOverflow site, FakeConnector teams)
    {
        using var http = new HttpClient { BaseAddress = new Uri(settings["Http:Url"]!) };
        using var bot = BotProcess.Start(folder.File(""), settings, "run");
        await Ports.UntilReadyAsync(http, bot);
        foreach (var delivery in await new TeamsSender(teams, http).InstallAsync(teams.Guild.General, teams.Marta)) Assert.Equal(HttpStatusCode.OK, delivery.Status);
        await Patience.UntilAsync(() => teams.Guild.General.Posts.Count > 0, "the team is greeted");
        await Patience.UntilAsync(() => site.Requests.Count > 2, "the first poll is accepted");
    }

    private static Dictionary<string, string?> Settings(TempFolder folder, FakeStackOverflow site, FakeConnector teams, IReadOnlyList<FakeRoom> rooms) => BotRun.Values(
        folder.Database, site.Site.Address,
        [
            ("Http:Url", $"http://127.0.0.1:{Ports.Free()}"), ("Polling:Interval", "00:00:01"), ("Milestones:ReputationEvery", "100"), ("Milestones:Reputation:0", "100"), ("Milestones:Collective", "0"),
            ("Guard:Changed", "1"), ("Guard:Milestones", "1"), ("Guard:Multiplied", "1"), ("SSL_CERT_FILE", teams.Identity.Authority.PemPath), .. BotRun.NoPlayground, .. TeamsRun.Settings(teams),
            .. rooms.SelectMany(room => new[] { ($"Subscriptions:{room.Name}:Platform", "Teams"), ($"Subscriptions:{room.Name}:Workspace", room.Team!.Id), ($"Subscriptions:{room.Name}:Channel", room.Id) }),
        ]);

    private static string Name(int id) => string.Create(CultureInfo.InvariantCulture, $"Ada {id:D3}");

    private static string Card(ConnectorCall call) => (string?)call.Activity!["summary"] ?? "";

    private int Next(int most)
    {
        lock (_random) return _random.Next(most);
    }
}
