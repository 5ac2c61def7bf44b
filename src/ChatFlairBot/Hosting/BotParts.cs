using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Settings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Storage.Sqlite;

namespace ChatFlairBot.Hosting;

/// <summary>The parts of the bot that settings decide on. A new source, platform or store is registered here with one line.</summary>
internal static class BotParts
{
    public static IReadOnlyList<SourceKind> SourceKinds { get; } = Kinds();

    public static IReadOnlyList<IReputationSource> Sources(BotSettings settings, TimeProvider time) =>
        [.. settings.Sources.Select(source => source.Value.Kind.Create(source.Key, source.Value.Options, time))];

    /// <exception cref="StoreException">The store cannot be opened; the message says what to do.</exception>
    public static IStore OpenStore(BotSettings settings) => settings.Storage.Provider switch
    {
        StorageProvider.Sqlite => SqliteStore.Open(settings.Storage.Sqlite),
        var other => throw new InvalidOperationException($"No store is built in for {other}."),
    };

    /// <summary>Opens the store for looking only, also while a bot runs on it.</summary>
    /// <exception cref="StoreException">There is none yet, or it cannot be read; the message says what to do.</exception>
    public static IStore OpenStoreForReading(BotSettings settings) => settings.Storage.Provider switch
    {
        StorageProvider.Sqlite => SqliteStore.OpenForReading(settings.Storage.Sqlite),
        var other => throw new InvalidOperationException($"No store is built in for {other}."),
    };

    /// <summary>Adds everything that <c>run</c> needs around the store.</summary>
    public static void AddBot(this IServiceCollection services, BotSettings settings, IStore store, TimeProvider time)
    {
        var sources = Sources(settings, time);
        var titles = sources.ToDictionary(source => source.Name, source => source.Title, StringComparer.OrdinalIgnoreCase);
        List<Subscription> subscriptions = [.. settings.Subscriptions.Select(one => one.Value.Named(one.Key))];
        var rules = settings.Milestones.Rules;
        var cards = new CardMaker(rules, titles);
        // Seeded anew in each process: it only spreads waiting times.
        var random = new Random(Environment.ProcessId);

        foreach (var source in sources) services.AddSingleton(source);
        services.AddSingleton(settings).AddSingleton(time).AddSingleton(random).AddSingleton(rules).AddSingleton(cards);
        services.AddSingleton(store).AddSingleton(store.Polls).AddSingleton(store.Deliveries).AddSingleton(store.People);
        services.AddSingleton(new FlairCommands(store.People, cards, [.. sources.Select(source => source.Name)]));
        services.AddSingleton(new FanOut(subscriptions, store.Deliveries, time)).AddSingleton<Doorbell>();
        services.AddSingleton(provider => new Outbox(store.Deliveries, [.. provider.GetServices<IChatPlatform>()], cards, Backoff.Default, time, random));

        if (settings.Playground.Enabled) services.AddPlayground(settings.Playground, subscriptions);

        services.AddHostedService<DeliveryLoop>().AddHostedService<PollLoop>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
    }

    private static List<SourceKind> Kinds()
    {
        List<SourceKind> kinds = [];
        kinds.AddStackOverflow();
        return kinds;
    }
}
