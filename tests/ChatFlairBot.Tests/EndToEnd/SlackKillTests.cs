using System.Collections.Concurrent;
using System.Globalization;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The program is killed while it posts to Slack: before a card arrives, after, and between its answer and the next.</summary>
public sealed class SlackKillTests(ITestOutputHelper output)
{
    private const int Rooms = 15;

    private readonly Random _random = new(20261124);

    /// <summary>Cards that were the last of their channel when a process died: only of these nobody can know whether they arrived.</summary>
    private readonly HashSet<string> _lastOnes = new(StringComparer.Ordinal);

    private int _unanswered;

    [Fact]
    public async Task After_thirty_kills_nothing_is_lost_and_where_the_history_can_be_read_nothing_came_twice()
    {
        var keys = await KillAsync(30, readHistory: true);
        Assert.Equal(keys.Distinct(StringComparer.Ordinal).Count(), keys.Count);
    }

    [Fact]
    public async Task Where_it_cannot_be_read_only_cards_whose_answer_was_lost_came_twice()
    {
        var keys = await KillAsync(10, readHistory: false);
        Assert.All(keys.GroupBy(key => key, StringComparer.Ordinal).Where(same => same.Count() > 1), same => Assert.Contains(same.Key, _lastOnes));
    }

    /// <returns>The key of every card that is in a channel.</returns>
    private async Task<IReadOnlyList<string>> KillAsync(int kills, bool readHistory)
    {
        using var folder = new TempFolder();
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        // One for each kill, so that a card that was lost in every channel is missed as well; and one more, after whose card all is told.
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, [.. Enumerable.Range(1, kills + 1).Select(id => new SamplePerson(id, Name(id), 50))]);
        var settings = Settings(folder, site, slack, readHistory);
        var posted = new ConcurrentQueue<SlackCall>();
        slack.Script.BeforeAnswer = async call =>
        {
            if (call.Method != "chat.postMessage") return;
            Interlocked.Increment(ref _unanswered);
            posted.Enqueue(call);
            await Task.Delay(TimeSpan.FromMilliseconds(Next(120)), TimeProvider.System);
            Interlocked.Decrement(ref _unanswered);
        };

        // One quiet start, so that everybody is seeded below the first threshold.
        using (BotProcess.Start(folder.File(""), settings, "run")) await Patience.UntilAsync(() => site.Requests.Count > 0 && File.Exists(folder.Database), "the first poll is asked");
        using (var bot = BotProcess.Start(folder.File(""), settings, "run")) await Patience.UntilAsync(() => bot.Output.Contains("the next poll is due", StringComparison.Ordinal) || site.Requests.Count > 2, "the first poll is accepted");

        var killsInFlight = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            site.Company.Find(kill)!.Reputation = 100;
            posted.Clear();
            using var bot = BotProcess.Start(folder.File(""), settings, "run");
            var enough = 1 + Next(Rooms);
            await Patience.UntilAsync(() => posted.Count >= enough || bot.HasExited, "so many cards are under way");
            var unanswered = Volatile.Read(ref _unanswered);
            bot.Kill();
            if (unanswered > 0) killsInFlight++;
            foreach (var last in posted.GroupBy(call => call["channel"], StringComparer.Ordinal).Select(calls => calls.Last())) _lastOnes.Add(Key(last));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kill {kill}: {posted.Count} cards had arrived in this life, {unanswered} of them not yet answered"));
            await Patience.UntilAsync(() => Volatile.Read(ref _unanswered) == 0, "the dead bot's calls are over");
        }

        slack.Script.BeforeAnswer = null;
        site.Company.Find(kills + 1)!.Reputation = 100;
        using (var bot = BotProcess.Start(folder.File(""), settings, "run"))
        {
            await Patience.UntilAsync(() => Channels(slack).All(channel => channel.All.Any(one => one.Text.StartsWith(Name(kills + 1), StringComparison.Ordinal))), "every channel has the last card");
        }

        Assert.Empty(slack.Faults);
        // Else it was not killed while it posted, and shows nothing.
        Assert.True(killsInFlight >= kills / 3, $"Only {killsInFlight} of {kills} kills met a card whose answer was on its way.");
        var everybody = Enumerable.Range(1, kills + 1).Select(Name).Order(StringComparer.Ordinal).ToList();
        Assert.All(Channels(slack), channel => Assert.Equal(everybody, channel.All.Select(one => one.Text[..7]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        return [.. Channels(slack).SelectMany(channel => channel.All).Select(one => (string)one.Metadata!["event_payload"]!["key"]!)];
    }

    private static Dictionary<string, string?> Settings(TempFolder folder, FakeStackOverflow site, FakeSlack slack, bool readHistory)
    {
        string[] scopes = [.. FakeWorkspace.UsualScopes, "groups:read", .. readHistory ? (string[])["channels:history", "groups:history"] : []];
        var settings = BotRun.Values(
            folder.Database, site.Site.Address, ("Http:Url", $"http://127.0.0.1:{Ports.Free()}"), ("Polling:Interval", "00:00:01"), ("Playground:Enabled", "false"), ("Playground:Channels:0", ""),
            ("Playground:Channels:1", ""), ("Playground:EverybodyIsManager", ""), ("Managers:Notices:0", ""), ("Milestones:ReputationEvery", "100"), ("Milestones:Reputation:0", "100"), ("Milestones:Collective", "0"),
            ("Guard:Changed", "1"), ("Guard:Milestones", "1"), ("Guard:Multiplied", "1"), ("Slack:BotToken", slack.Acme.Install(scopes).Value), ("Slack:SigningSecret", FakeSlack.SigningSecret),
            ("Slack:ApiBaseUrl", slack.ApiBaseUrl.AbsoluteUri), ("Slack:ReadHistory", readHistory ? "true" : "false"));
        foreach (var gone in settings.Keys.Where(key => key.StartsWith("Subscriptions:", StringComparison.Ordinal)).ToList()) settings.Remove(gone);
        foreach (var (index, channel) in slack.Acme.AddChannels(Rooms).Index())
        {
            channel.Invite(slack.Acme.BotUserId);
            settings[$"Subscriptions:room{index}:Platform"] = "Slack";
            settings[$"Subscriptions:room{index}:Channel"] = channel.Id;
        }

        return settings;
    }

    private static List<FakeChannel> Channels(FakeSlack slack) => [.. slack.Acme.Channels.Values.Where(channel => channel.Name.StartsWith("many-", StringComparison.Ordinal)).OrderBy(channel => channel.Id, StringComparer.Ordinal)];

    private static string Name(int id) => string.Create(CultureInfo.InvariantCulture, $"Ada {id:D3}");

    private static string Key(SlackCall call) => (string)call.Json("metadata")!["event_payload"]!["key"]!;

    private int Next(int most)
    {
        lock (_random) return _random.Next(most);
    }
}
