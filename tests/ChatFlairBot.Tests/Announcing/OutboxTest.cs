using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>What tests of the outbox have in common: a real store with deliveries in it, a platform that is none.</summary>
public abstract class OutboxTest : IAsyncDisposable
{
    /// <summary>The channel that tests mostly post to.</summary>
    protected static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected SeededBot Bot { get; } = new();

    private protected FakePlatform Platform { get; set; } = new();

    protected DateTimeOffset Now => Bot.Clock.GetUtcNow();

    public ValueTask DisposeAsync()
    {
        Bot.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>One delivery for each person, in that order, in each of the channels; without any: in General.</summary>
    protected async Task QueueAsync(long[] people, params ChannelAddress[] channels)
    {
        await Bot.ReachAsync(Token, people);
        var subscriptions = channels.DefaultIfEmpty(General).Select(channel => new Subscription("some", channel, [], 0));
        await new FanOut([.. subscriptions], Bot.Store.Deliveries, Bot.Clock).RunAsync(Token);
    }

    /// <summary>One attempt in General.</summary>
    protected Task<DeliveryStep?> DeliverAsync() => DeliverAsync(General);

    protected async Task<DeliveryStep?> DeliverAsync(ChannelAddress channel)
    {
        var cards = new CardMaker(Bot.Rules, new Dictionary<string, string>(StringComparer.Ordinal));
        var outbox = new Outbox(Bot.Store.Deliveries, [Platform], cards, Backoff.Default, Bot.Clock, new Random(1));
        return await outbox.DeliverNextAsync(channel, Token);
    }

    /// <summary>The states of all deliveries, oldest first.</summary>
    protected IReadOnlyList<string> States() => Bot.Query("SELECT state FROM delivery ORDER BY number");
}
