using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;
using ChatFlairBot.Settings;
using ChatFlairBot.Sources.StackExchange;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Sources.Starmind;
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

    /// <summary>Opens an existing store beside a running bot, for writing down a decision that the bot carries out.</summary>
    /// <exception cref="StoreException">There is none yet, or it cannot be used; the message says what to do.</exception>
    public static IStore OpenStoreBeside(BotSettings settings) => settings.Storage.Provider switch
    {
        StorageProvider.Sqlite => SqliteStore.OpenBeside(settings.Storage.Sqlite),
        var other => throw new InvalidOperationException($"No store is built in for {other}."),
    };

    public static PollPolicy Policy(BotSettings settings) => new(settings.Milestones.Rules, settings.Guard, settings.Managers.Channels);

    /// <summary>What answers are made of; the same in chat and on the command line.</summary>
    public static FlairParts FlairParts(BotSettings settings, IStore store, IReadOnlyList<IReputationSource> sources, TimeProvider time)
    {
        var titles = sources.ToDictionary(source => source.Name, source => source.Title, StringComparer.OrdinalIgnoreCase);
        var rules = settings.Milestones.Rules;
        List<Subscription> ofSettings = [.. settings.Subscriptions.Select(one => one.Value.Named(one.Key, settings.Announcing.Default))];
        return new FlairParts(
            store,
            new CardMaker(rules, titles),
            [.. sources.Select(source => source.Name)],
            new Subscriptions(ofSettings, store.Subscriptions) { OfMembers = settings.Announcing.Default },
            new Consents(store.Members, settings.Privacy.Default) { OptIn = OptIn(settings) },
            rules,
            new FlairPolicy(settings.Managers.Members, settings.Privacy.SelfClaim, settings.Announcing.Default),
            time)
        {
            Subjects = new Subjects(sources, time),
        };
    }

    /// <summary>Adds everything that <c>run</c> needs around the store.</summary>
    public static void AddBot(this IServiceCollection services, BotSettings settings, IStore store, TimeProvider time)
    {
        var sources = Sources(settings, time);
        var parts = FlairParts(settings, store, sources, time);
        var (cards, rules, subscriptions, consents) = (parts.Cards, parts.Rules, parts.Subscriptions, parts.Consents);
        var contents = new ContentCards(cards, store.People, store.Members, store.Congratulations);
        // Seeded anew in each process: it only spreads waiting times.
        var random = new Random(Environment.ProcessId);

        foreach (var source in sources) services.AddSingleton(source);
        services.AddSingleton(settings).AddSingleton(time).AddSingleton(random).AddSingleton(rules).AddSingleton(cards);
        services.AddSingleton(store).AddSingleton(store.Polls).AddSingleton(store.Deliveries).AddSingleton(store.People);
        services.AddSingleton(Policy(settings)).AddSingleton(subscriptions).AddSingleton(consents).AddSingleton(contents).AddSingleton<SourceGates>().AddSingleton<Doorbell>();
        services.AddSingleton(new FlairCommands(parts));
        services.AddSingleton(provider => new Whispers(store.Members, [.. provider.GetServices<IChatPlatform>()], subscriptions.OfMembers));
        services.AddSingleton(provider => new FanOut(subscriptions, store.Deliveries, store.Subscriptions, consents, provider.GetRequiredService<Whispers>(), time));
        services.AddSingleton(new Planning(subscriptions, store.Deliveries, store.Subscriptions, store.People, time));
        services.AddSingleton(new GoneChannels(store, settings.Managers.Channels, time)).AddSingleton(new Quarantine(store.Polls, store.Quarantine, rules, time));
        // One for all that is said: what is answered counts into the limits as well as what is announced.
        services.AddSingleton(new PostPace(time));
        services.AddSingleton(provider => new Outbox(
            store.Deliveries, subscriptions, [.. provider.GetServices<IChatPlatform>()], contents, new DeliveryJudge(Backoff.Default, random), provider.GetRequiredService<PostPace>(), time));
        services.AddSingleton(provider => new Amending(store.Deliveries, [.. provider.GetServices<IChatPlatform>()], contents));

        services.AddSingleton<SubscribeFormMaker>();
        services.AddSingleton(parts).AddSingleton(parts.Subjects!).AddSingleton(store.Workspaces).AddSingleton(new Congratulating(store, contents, time));
        services.AddSlackCards().AddTeamsCards();
        if (settings.Playground.Enabled) services.AddPlayground(settings.Playground, subscriptions.OfSettings);
        if (settings.Slack.IsOn) services.AddSlack(settings.Slack, settings.Storage.Keys);
        if (settings.Teams.IsOn) services.AddTeams(settings.Teams);

        services.AddHostedService<StartNotices>().AddHostedService<DeliveryLoop>().AddHostedService<PollLoop>().AddHostedService<DecisionLoop>().AddHostedService<SubjectsLoop>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
    }

    private static HashSet<string> OptIn(BotSettings settings) =>
        settings.Sources.Where(one => one.Value.Options.OptIn is true).Select(one => one.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static List<SourceKind> Kinds()
    {
        List<SourceKind> kinds = [];
        kinds.AddStackExchange();
        kinds.AddStackOverflow();
        kinds.AddStarmind();
        return kinds;
    }
}
