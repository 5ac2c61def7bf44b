using System.CommandLine;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Hosting;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;
using ChatFlairBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary><c>flood</c>: many milestones at once, into channels that take only so many messages.</summary>
internal static class FloodVerb
{
    private const string Source = "benchmark";

    /// <summary>How much longer than the limits themselves it may take.</summary>
    private const double MostTimesLimit = 1.05;

    public static Command Make()
    {
        var platform = new Option<string>("--platform") { Description = "Where to.", DefaultValueFactory = _ => SlackOptions.Platform };
        platform.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, SlackOptions.Platform, TeamsOptions.Platform);
        var big = new Option<int>("--big") { Description = "How many milestones go into one channel.", DefaultValueFactory = _ => 300 };
        var small = new Option<int>("--small") { Description = "How many of them also go into each of the others.", DefaultValueFactory = _ => 50 };
        var channels = new Option<int>("--channels") { Description = "How many others there are.", DefaultValueFactory = _ => 20 };
        var verb = new Command("flood", "Post many milestones into channels of a platform that refuses what comes too soon; as long as its limits take, and no longer.") { platform, big, small, channels };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(platform)!, parsed.GetValue(big), parsed.GetValue(small), parsed.GetValue(channels), token));
        return verb;
    }

    private static async Task<int> RunAsync(string platform, int big, int small, int channels, CancellationToken token)
    {
        var isTeams = platform.Equals(TeamsOptions.Platform, StringComparison.OrdinalIgnoreCase);
        using var folder = new DataFolder();
        await using IStrictChat chat = isTeams ? await StrictTeams.StartAsync(channels) : await StrictSlack.StartAsync(channels, token);
        using var store = SqliteStore.Open(new SqliteOptions(folder.Database));
        await chat.InstallAsync(store.Workspaces, token);
        var configuration = Configuration(folder.Database, chat, isTeams ? TeamsOptions.Platform : SlackOptions.Platform);
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        var people = new RisingPeople(Source, big - small, small);
        var poll = new Poll(people, store.Polls, new PollPolicy(settings.Milestones.Rules, GuardLimits.Off, []), TimeProvider.System);
        await poll.RunAsync(null, token);
        people.HasRisen = true;
        var reached = (await poll.RunAsync(null, token)).Milestones;
        Console.WriteLine($"{reached} people reached something; {big} cards for one channel, {small} for each of {channels} others.");

        await using var application = BotApplication.Build(settings, configuration, store, TimeProvider.System, chat.Replace);
        await BotApplication.StartAsync(application, token);
        var all = big + (small * channels);
        while (chat.Taken.Values.Sum(one => one.Count) < all) await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, token);
        await application.StopAsync(token);
        return Report(chat, chat.Shortest([big, .. Enumerable.Repeat(small, channels)]), chat.Shortest([big]), chat.Shortest(Enumerable.Repeat(small, channels).ToList()));
    }

    private static int Report(IStrictChat chat, TimeSpan shortest, TimeSpan shortestBig, TimeSpan shortestSmall)
    {
        var taken = chat.Taken;
        var begun = taken.Values.Min(one => one[0].At);
        var took = chat.Channels.Select(channel => taken[channel.Channel][^1].At - begun).ToList();
        var disorder = taken.Values.Count(one => !one.Select(message => message.Delivery).SequenceEqual(one.Select(message => message.Delivery).Order()));
        var twice = taken.Values.Sum(one => one.Count - one.DistinctBy(message => message.Delivery).Count());
        Console.WriteLine($"{taken.Values.Sum(one => one.Count)} messages: the large channel had its own {took[0].TotalSeconds:N1} s after the first of all, where {shortestBig.TotalSeconds:N1} s are possible;");
        Console.WriteLine($"the others {took.Skip(1).Min().TotalSeconds:N1} to {took.Skip(1).Max().TotalSeconds:N1} s after it, where {shortestSmall.TotalSeconds:N1} s are possible without the large one.");
        return Bar.PrintAll(
        [
            .. chat.Refused,
            new("channels out of order", disorder, 0),
            new("messages that came twice", twice, 0),
            new($"whole time / {shortest.TotalSeconds:N0} s that the limits take", took.Max() / shortest, MostTimesLimit),
        ]);
    }

    private static IConfigurationRoot Configuration(string file, IStrictChat chat, string platform)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={file}",
            ["Polling:Interval"] = "1.00:00:00",
            ["Milestones:Ranks:0"] = "1",
            ["Milestones:Collective"] = "0",
            ["Announcing:CardsPerDay"] = "0",
            [$"Sources:{Source}:Kind"] = "StackOverflow",
            [$"Sources:{Source}:BaseUrl"] = "https://benchmark.example/api/v3",
            [$"Sources:{Source}:Token"] = "none-needed",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in chat.Settings) values[key] = value;
        foreach (var (name, channel) in chat.Channels)
        {
            values[$"Subscriptions:{name}:Platform"] = platform;
            if (chat.Workspace is { } workspace) values[$"Subscriptions:{name}:Workspace"] = workspace;
            values[$"Subscriptions:{name}:Channel"] = channel;
            values[$"Subscriptions:{name}:Kinds:0"] = "reputation";
            if (name != "big") values[$"Subscriptions:{name}:AtLeast"] = "1000";
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
