using System.Text;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Tokens and keys of the Stack platforms are sent in headers and stand nowhere else, whether they are good or refused.</summary>
public sealed class SourceSecretsTests
{
    /// <summary>Part of every token and key here, good and bad.</summary>
    private const string Marker = "s3cr3t";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_credential_is_in_a_log_line_an_address_or_the_database()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };
        var people = ApiPerson.Crowd(120);
        await using var teams = await FakeStackTeams.StartAsync(new() { [""] = new(clock) { People = people } }, new ApiRules(clock) { NeedsKey = true, People = people });
        await using var site = await FakeStackApi.StartAsync(new(clock) { People = people, Scope = new() { ["site"] = "stackoverflow" } });
        await using var team = await FakeStackApi.StartAsync(new(clock) { People = people, NeedsToken = true, Scope = new() { ["site"] = "stackoverflow", ["team"] = "stackoverflow.com/c/acme" } });
        var log = new LogSink();

        var polls = await PolledAsync(folder, clock, log, new()
        {
            ["Sources:acme:Kind"] = "StackOverflow",
            ["Sources:acme:BaseUrl"] = teams.Address.AbsoluteUri,
            ["Sources:acme:Token"] = "team-s3cr3t-marker",
            ["Sources:acme:BadgesFrom"] = teams.BadgesAddress.AbsoluteUri,
            ["Sources:acme:Key"] = ApiRules.Key,
            ["Sources:wrongtoken:Kind"] = "StackOverflow",
            ["Sources:wrongtoken:BaseUrl"] = teams.Address.AbsoluteUri,
            ["Sources:wrongtoken:Token"] = "wrong-s3cr3t",
            ["Sources:wrongkey:Kind"] = "StackOverflow",
            ["Sources:wrongkey:BaseUrl"] = teams.Address.AbsoluteUri,
            ["Sources:wrongkey:Token"] = "team-s3cr3t-marker",
            ["Sources:wrongkey:BadgesFrom"] = teams.BadgesAddress.AbsoluteUri,
            ["Sources:wrongkey:Key"] = "wrong-s3cr3t",
            ["Sources:site:Kind"] = "StackExchange",
            ["Sources:site:BaseUrl"] = site.Address.AbsoluteUri,
            ["Sources:site:Site"] = "stackoverflow",
            ["Sources:site:Key"] = ApiRules.Key,
            ["Sources:team:Kind"] = "StackExchange",
            ["Sources:team:BaseUrl"] = team.Address.AbsoluteUri,
            ["Sources:team:Site"] = "stackoverflow",
            ["Sources:team:Team"] = "stackoverflow.com/c/acme",
            ["Sources:team:Token"] = ApiRules.Token,
            ["Sources:wrongteam:Kind"] = "StackExchange",
            ["Sources:wrongteam:BaseUrl"] = team.Address.AbsoluteUri,
            ["Sources:wrongteam:Site"] = "stackoverflow",
            ["Sources:wrongteam:Team"] = "stackoverflow.com/c/acme",
            ["Sources:wrongteam:Token"] = "wrong-s3cr3t",
        });

        Assert.Equal(
            ["acme Complete 120", "site Complete 120", "team Complete 120", "wrongkey Failed 0", "wrongteam Failed 0", "wrongtoken Failed 0"],
            polls.Select(poll => $"{poll.Source} {poll.Outcome} {poll.People}").Order(StringComparer.Ordinal));
        Assert.NotEmpty(log.Warnings);
        Assert.DoesNotContain(Marker, log.All, StringComparison.Ordinal);
        Assert.All(polls, poll => Assert.DoesNotContain(Marker, $"{poll}", StringComparison.Ordinal));
        Assert.All(teams.Requests.Concat(site.Requests).Concat(team.Requests).Concat(team.FilterRequests), address => Assert.DoesNotContain(Marker, address, StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(Path.GetDirectoryName(folder.Database)!, "*", SearchOption.AllDirectories), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker))));
    }

    private static async Task<IReadOnlyList<PollRecord>> PolledAsync(TempFolder folder, ManualClock clock, LogSink log, Dictionary<string, string?> sources)
    {
        var values = BotRun.Values(folder.Database, new Uri("http://127.0.0.1:1"), [.. sources.Select(one => (one.Key, one.Value!))]);
        foreach (var (key, value) in sources) values[key] = value;
        values.Remove("Sources:acme:Title");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        using var store = BotParts.OpenStore(settings);
        await using var bot = BotApplication.Build(settings, configuration, store, clock, services => services.AddSingleton<ILoggerProvider>(log));
        await bot.StartAsync(Token);
        IReadOnlyList<PollRecord> polls = [];
        await Patience.UntilAsync(async () => (polls = await store.Polls.LastPollsAsync(Token)).Count == settings.Sources.Count, "every source was polled");
        await bot.StopAsync(Token);
        return polls;
    }
}
