using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>What tests of the outbox have in common: a real store with deliveries in it, a platform that is none.</summary>
public abstract class OutboxTest : IAsyncDisposable
{
    /// <summary>The channel that tests mostly post to.</summary>
    protected static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected SeededBot Bot { get; } = new();

    private readonly HashSet<ChannelAddress> _subscribed = [];

    private protected FakePlatform Platform { get; set; } = new();

    private protected Announcer Announcer => new(Bot.Store, Bot, Platform, [.. _subscribed.Select(channel => Fakes.Announcer.To(channel))]);

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
        foreach (var channel in channels.DefaultIfEmpty(General)) _subscribed.Add(channel);
        await Announcer.PlanAsync(Token);
    }

    /// <summary>One attempt in General.</summary>
    protected Task<DeliveryStep?> DeliverAsync() => DeliverAsync(General);

    protected async Task<DeliveryStep?> DeliverAsync(ChannelAddress channel)
    {
        await Announcer.PlanAsync(Token);
        var step = await Announcer.Outbox.DeliverNextAsync(channel, Token);
        if (step?.Verdict.State is not DeliveryState.Waiting) return step;
        // Its day has passed: planned anew.
        await Announcer.PlanAsync(Token);
        return await Announcer.Outbox.DeliverNextAsync(channel, Token);
    }

    /// <summary>The states of all deliveries, oldest first.</summary>
    protected IReadOnlyList<string> States() => Bot.Query("SELECT state FROM delivery ORDER BY number");
}
