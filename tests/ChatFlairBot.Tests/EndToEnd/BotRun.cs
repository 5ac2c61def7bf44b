using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Demo;
using ChatFlairBot.Hosting;
using ChatFlairBot.Settings;
using ChatFlairBot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The whole bot in this process: real Kestrel, real SQLite file, a manual clock.</summary>
internal sealed class BotRun : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly WebApplication _application;
    private readonly ManualClock _clock;

    /// <summary>The last poll of each source that a test has seen.</summary>
    private IReadOnlyList<PollRecord> _last = [];

    private int _sources;

    private BotRun(WebApplication application, IStore store, ManualClock clock, LogSink log)
    {
        _application = application;
        _clock = clock;
        Store = store;
        Log = log;
    }

    public IStore Store { get; }

    public LogSink Log { get; }

    public HttpClient Http { get; } = new();

    /// <summary>Takes the playground out, with everything that is posted there.</summary>
    public static IReadOnlyList<(string Key, string Value)> NoPlayground { get; } =
    [
        ("Playground:Enabled", "false"), ("Playground:Channels:0", ""), ("Playground:Channels:1", ""), ("Playground:EverybodyIsManager", ""), ("Managers:Notices:0", ""),
        ("Subscriptions:everybody:Platform", ""), ("Subscriptions:everybody:Channel", ""), ("Subscriptions:legends:Platform", ""), ("Subscriptions:legends:Channel", ""), ("Subscriptions:legends:AtLeast", ""),
    ];

    /// <summary>A part of the running bot.</summary>
    public T Part<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public static Task<BotRun> StartAsync(TempFolder folder, FakeStackOverflow site, ManualClock clock, params (string Key, string Value)[] more) => StartAsync(folder, site, clock, _ => { }, more);

    /// <param name="folder">For its file.</param>
    /// <param name="site">Its one source.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="add">Puts other services in the place of the bot's own.</param>
    /// <param name="more">Settings besides.</param>
    public static Task<BotRun> StartAsync(TempFolder folder, FakeStackOverflow site, ManualClock clock, Action<IServiceCollection> add, params (string Key, string Value)[] more) =>
        StartAsync(Configuration(folder.Database, site.Site.Address, more), clock, add);

    /// <summary>A bot with just these sources, each by its name with the keys of its block.</summary>
    public static Task<BotRun> StartWithAsync(TempFolder folder, ManualClock clock, IEnumerable<(string Key, string Value)> sources, params (string Key, string Value)[] more)
    {
        (string Key, string Value)[] without = [.. ((string[])["Kind", "Title", "BaseUrl", "Token"]).Select(key => ($"Sources:acme:{key}", ""))];
        return StartAsync(Configuration(folder.Database, new Uri("http://127.0.0.1/"), [.. without, .. sources.Select(one => ($"Sources:{one.Key}", one.Value)), .. more]), clock, _ => { });
    }

    /// <summary>One source, hourly, and two playground channels.</summary>
    public static IConfigurationRoot Configuration(string database, Uri site, params (string Key, string Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection(Values(database, site, more)).Build();

    /// <summary>The same as keys and values; an empty value takes a key out.</summary>
    public static Dictionary<string, string?> Values(string database, Uri site, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Storage:ConnectionString"] = $"Data Source={database}",
            ["Polling:Interval"] = "01:00:00",
            ["Polling:Jitter"] = "00:00:00",
            ["Playground:Enabled"] = "true",
            ["Playground:EverybodyIsManager"] = "true",
            ["Playground:Channels:0"] = "lounge",
            ["Playground:Channels:1"] = "managers",
            ["Managers:Notices:0"] = "Playground/managers",
            ["Privacy:SelfClaim"] = "true",
            ["Announcing:CardsPerDay"] = "0",
            ["Sources:acme:Kind"] = "StackOverflow",
            ["Sources:acme:Title"] = "Acme Stack",
            ["Sources:acme:BaseUrl"] = site.AbsoluteUri,
            ["Sources:acme:Token"] = SampleSite.Token,
            ["Subscriptions:everybody:Platform"] = "Playground",
            ["Subscriptions:everybody:Channel"] = "celebrations",
            ["Subscriptions:legends:Platform"] = "Playground",
            ["Subscriptions:legends:Channel"] = "legends",
            ["Subscriptions:legends:AtLeast"] = "5000",
        };
        foreach (var (key, value) in more) values[key] = value;
        foreach (var left in values.Where(one => one.Value is "").Select(one => one.Key).ToList()) values.Remove(left);
        return values;
    }

    /// <summary>Lets the next poll fall due, and waits until it and every delivery that follows have ended.</summary>
    /// <returns>How it ended.</returns>
    public async Task<PollRecord> PollAsync() => (await PollAllAsync(Interval)).Single();

    /// <summary>The same where there are several sources.</summary>
    public Task<IReadOnlyList<PollRecord>> PollAllAsync() => PollAllAsync(Interval);

    /// <summary>The same where the next poll of each source is due only after so long.</summary>
    /// <returns>How they ended, by the names of the sources.</returns>
    public async Task<IReadOnlyList<PollRecord>> PollAllAsync(TimeSpan wait)
    {
        var before = _last;
        // The very first poll begins with the bot; to move the clock during a poll would end its requests.
        if (before.Count > 0)
        {
            await Patience.UntilAsync(() => _clock.CountWaitsOf(wait) >= _sources, "the poll loop waits for its next turn");
            _clock.Advance(wait);
        }

        await Patience.UntilAsync(async () => (_last = await LastsAsync()).Except(before).Count() == _sources, "the poll ended");
        await Patience.UntilAsync(IsQuietAsync, "everything is delivered");
        return _last;
    }

    /// <summary>The card that the chat page answers a command with.</summary>
    public async Task<JsonNode> AskAsync(string words, string member)
    {
        var body = new JsonObject { ["channel"] = "celebrations", ["text"] = $"/flair {words}", ["member"] = member }.ToJsonString();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri("/playground/commands", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["card"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(TestContext.Current.CancellationToken);
        await _application.DisposeAsync();
        Store.Dispose();
        Http.Dispose();
    }

    private static async Task<BotRun> StartAsync(IConfigurationRoot configuration, ManualClock clock, Action<IServiceCollection> add)
    {
        var settings = SettingsFile.Read(configuration, BotParts.SourceKinds);
        var store = BotParts.OpenStore(settings);
        var log = new LogSink();
        var application = BotApplication.Build(settings, configuration, store, clock, services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            add(services);
        });
        var bot = new BotRun(application, store, clock, log);
        bot._last = await bot.LastsAsync();
        bot._sources = settings.Sources.Count;
        await application.StartAsync(TestContext.Current.CancellationToken);
        bot.Http.BaseAddress = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return bot;
    }

    private Task<IReadOnlyList<PollRecord>> LastsAsync() => Store.Polls.LastPollsAsync(TestContext.Current.CancellationToken);

    private async Task<bool> IsQuietAsync() =>
        (await Store.Deliveries.PendingAsync(1, TestContext.Current.CancellationToken)).Count == 0
        && (await Store.Deliveries.CountAsync(TestContext.Current.CancellationToken)).All(one => one.Key is not (DeliveryState.Waiting or DeliveryState.Pending or DeliveryState.Attempting or DeliveryState.Uncertain));
}
