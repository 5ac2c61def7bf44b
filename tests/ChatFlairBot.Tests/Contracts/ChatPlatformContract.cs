using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>What every platform owes the outbox. It names no vendor; each one inherits it.</summary>
public abstract class ChatPlatformContract : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A channel that there is.</summary>
    protected abstract ChannelAddress Channel { get; }

    /// <summary>Whether the platform tells a delivery that it has already.</summary>
    protected virtual bool RecognisesRepetition => true;

    private IChatPlatform Platform => OpenPlatform();

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_card_is_posted_and_has_an_id()
    {
        var outcome = await Platform.PostAsync(Channel, Card("Ada reached 1,000 reputation"), "d-1", Token);
        Assert.NotEmpty(Assert.IsType<PostOutcome.Posted>(outcome).MessageId);
        Assert.Equal(["Ada reached 1,000 reputation"], await TitlesAsync());
    }

    [Fact]
    public async Task A_repeated_delivery_is_found_by_its_key_or_recognised()
    {
        var first = Assert.IsType<PostOutcome.Posted>(await Platform.PostAsync(Channel, Card("once"), "d-1", Token));
        if (Platform is IDeliveryVerifier verifier)
        {
            Assert.Equal(first.MessageId, await verifier.FindAsync(Channel, "d-1", Token));
            Assert.Null(await verifier.FindAsync(Channel, "d-2", Token));
        }
        else if (RecognisesRepetition)
        {
            Assert.Equal(first, await Platform.PostAsync(Channel, Card("once"), "d-1", Token));
        }

        Assert.Equal(["once"], await TitlesAsync());
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_told_as_an_outcome()
    {
        var nowhere = Channel with { Channel = "nowhere" };
        if (await Platform.PostAsync(nowhere, Card("lost"), "d-1", Token) is PostOutcome.Later) PassGrace();
        Assert.NotEmpty(Assert.IsType<PostOutcome.Gone>(await Platform.PostAsync(nowhere, Card("lost"), "d-1", Token)).Reason);
        if (Platform is IDeliveryVerifier verifier) Assert.Null(await verifier.FindAsync(nowhere, "d-1", Token));
    }

    [Theory]
    [InlineData("Mo <Ops> O'Brien & Co")]
    [InlineData("<!channel> @everyone <script>alert(1)</script>")]
    [InlineData("*bold* _italic_ ~struck~ `code` [link](https://elsewhere.example)")]
    [InlineData("ليلى حداد 渡辺 葵 👩🏽‍💻")]
    public async Task A_hostile_name_arrives_as_the_text_that_it_is(string name)
    {
        Assert.IsType<PostOutcome.Posted>(await Platform.PostAsync(Channel, Card(name), "d-1", Token));
        Assert.Equal([name], await TitlesAsync());
    }

    /// <summary>Lets the time pass for which a platform believes that a channel may come back.</summary>
    protected virtual void PassGrace()
    {
    }

    /// <summary>The platform under test.</summary>
    protected abstract IChatPlatform OpenPlatform();

    /// <summary>The titles that people see in the channel, oldest first.</summary>
    protected abstract Task<IReadOnlyList<string>> TitlesAsync();

    private static Card Card(string title) => new(CardKind.Milestone, title, title + ".");
}
