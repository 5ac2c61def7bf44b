using System.CommandLine;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary><c>flood</c>: many milestones at once, into channels that take one message a second.</summary>
internal static class FloodVerb
{
    private const string Source = "benchmark";
    private const string Big = "CBIG";

    /// <summary>How much longer than the limit itself it may take.</summary>
    private const double MostTimesLimit = 1.05;

    public static Command Make()
    {
        var big = new Option<int>("--big") { Description = "How many milestones go into one channel.", DefaultValueFactory = _ => 300 };
        var small = new Option<int>("--small") { Description = "How many of them also go into each of the others.", DefaultValueFactory = _ => 50 };
        var channels = new Option<int>("--channels") { Description = "How many others there are.", DefaultValueFactory = _ => 20 };
        var verb = new Command("flood", "Post many milestones into Slack channels that take one message a second; as long as the largest, and no longer.") { big, small, channels };
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(big), parsed.GetValue(small), parsed.GetValue(channels), token));
        return verb;
    }

    private static async Task<int> RunAsync(int big, int small, int channels, CancellationToken token)
    {
        using var folder = new DataFolder();
        await using var slack = await StrictSlack.StartAsync(token);
        using var store = SqliteStore.Open(new SqliteOptions(folder.Database));
        var configuration = Configuration(folder.Database, slack.Address, channels);
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        var people = new RisingPeople(Source, big - small, small);
        var poll = new Poll(people, store.Polls, new PollPolicy(settings.Milestones.Rules, GuardLimits.Off, []), TimeProvider.System);
        await poll.RunAsync(null, token);
        people.HasRisen = true;
        var reached = (await poll.RunAsync(null, token)).Milestones;
        Console.WriteLine($"{reached} people reached something; {big} cards for one channel, {small} for each of {channels} others.");

        await using var application = BotApplication.Build(settings, configuration, store, TimeProvider.System);
        await BotApplication.StartAsync(application, token);
        var all = big + (small * channels);
        while (slack.Taken < all) await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, token);
        await application.StopAsync(token);
        return Report(slack, big, small);
    }

    private static int Report(StrictSlack slack, int big, int small)
    {
        var took = slack.Channels.ToDictionary(one => one.Key, one => one.Value[^1].At - one.Value[0].At, StringComparer.Ordinal);
        var begun = slack.Channels.Values.Min(one => one[0].At);
        var ended = slack.Channels.Where(one => one.Key != Big).Select(one => (one.Value[^1].At - begun).TotalSeconds).ToList();
        var disorder = slack.Channels.Values.Count(one => !one.Select(message => message.Delivery).SequenceEqual(one.Select(message => message.Delivery).Order()));
        Console.WriteLine($"{slack.Taken} messages; the large channel took {took[Big].TotalSeconds:N1} s, the others were done {ended.Min():N1} to {ended.Max():N1} s after the first message of all.");
        return Bar.PrintAll(
        [
            new("refused with 429", slack.Refused, 0),
            new("channels out of order", disorder, 0),
            new($"whole time / {big - 1} s that the limit takes", (slack.Channels[Big][^1].At - begun).TotalSeconds / (big - 1), MostTimesLimit),
            new($"slowest of the others / {small - 1} s", ended.Max() / (small - 1), MostTimesLimit),
        ]);
    }

    private static IConfigurationRoot Configuration(string file, Uri slack, int channels)
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
            ["Slack:SigningSecret"] = "none-needed",
            ["Slack:BotToken"] = "xoxb-benchmark",
            ["Slack:ApiBaseUrl"] = new Uri(slack, "/api/").AbsoluteUri,
            ["Logging:LogLevel:Default"] = "Warning",
            ["Subscriptions:big:Platform"] = "Slack",
            ["Subscriptions:big:Channel"] = Big,
            ["Subscriptions:big:Kinds:0"] = "reputation",
        };
        for (var index = 0; index < channels; index++)
        {
            values[$"Subscriptions:small{index}:Platform"] = "Slack";
            values[$"Subscriptions:small{index}:Channel"] = $"CSMALL{index}";
            values[$"Subscriptions:small{index}:Kinds:0"] = "reputation";
            values[$"Subscriptions:small{index}:AtLeast"] = "1000";
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
