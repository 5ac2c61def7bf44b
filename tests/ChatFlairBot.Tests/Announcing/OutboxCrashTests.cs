using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Answers that are lost, and processes that end between a call and its receipt.</summary>
public sealed class OutboxCrashTests : OutboxTest
{
    private readonly FakeVerifyingPlatform _verifier = new();

    [Fact]
    public async Task The_attempt_is_written_before_the_call()
    {
        await QueueAsync([7]);
        IReadOnlyList<string> during = [];
        Platform.DuringAttempt = () =>
        {
            during = Bot.Query("SELECT state || ' ' || attempts FROM delivery");
            return Task.CompletedTask;
        };

        await DeliverAsync();

        Assert.Equal(["Attempting 1"], during);
    }

    [Fact]
    public async Task A_platform_that_throws_leaves_its_card_uncertain_and_the_next_attempt_has_the_same_key()
    {
        await QueueAsync([7]);
        Platform.DuringAttempt = () => throw new HttpRequestException("The socket fell over.");

        var step = await DeliverAsync();

        Assert.Equal(DeliveryState.Uncertain, step?.Verdict.State);
        Assert.Contains("The socket fell over.", step?.Verdict.Reason, StringComparison.Ordinal);
        Assert.InRange(step!.Verdict.DueAt, Now.AddSeconds(3.75), Now.AddSeconds(5));

        Platform.DuringAttempt = null;
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((DeliveryState.Sent, 2), (await DeliverAsync() is { } again ? (again.Verdict.State, again.Delivery.Attempts) : default));
        Assert.Single(Platform.Keys.Distinct());
    }

    [Fact]
    public async Task A_lost_answer_is_verified_and_not_posted_again_when_the_card_is_there()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Uncertain("time-out"));
        await DeliverAsync();
        _verifier.Messages.Add(Platform.Keys[0], "found-1");

        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        var step = await DeliverAsync();

        Assert.Equal((DeliveryState.Sent, "found-1"), (step?.Verdict.State, step?.Verdict.MessageId));
        Assert.Single(Platform.Attempts);
        Assert.Equal(Platform.Keys, _verifier.LookUps);
    }

    [Fact]
    public async Task A_lost_answer_is_verified_and_posted_again_when_the_card_is_not_there()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Uncertain("time-out"));
        await DeliverAsync();

        Bot.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(DeliveryState.Sent, (await DeliverAsync())?.Verdict.State);
        Assert.Equal(2, Platform.Attempts.Count);
    }

    [Fact]
    public async Task Nothing_is_posted_while_it_cannot_be_verified()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Uncertain("time-out"));
        await DeliverAsync();
        _verifier.IsBroken = true;

        Bot.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(DeliveryState.Uncertain, (await DeliverAsync())?.Verdict.State);
        Assert.Single(Platform.Attempts);
    }

    [Fact]
    public async Task What_was_never_uncertain_is_not_looked_up()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        Platform.Next(new PostOutcome.Later("busy", TimeSpan.FromSeconds(1)));

        await DeliverAsync();
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await DeliverAsync();

        Assert.Empty(_verifier.LookUps);
    }

    [Fact]
    public async Task A_crash_between_call_and_receipt_is_uncertain_and_then_sent_with_the_same_key()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        var claimed = await Bot.Store.Deliveries.ClaimAsync(General, Now, Token);

        Bot.Restart();
        Assert.Null(await DeliverAsync());
        Assert.Equal(1, await Bot.Store.Deliveries.RecoverAsync(General, Token));
        Assert.Equal(["Uncertain"], States());
        var step = await DeliverAsync();

        Assert.Equal(DeliveryState.Sent, step?.Verdict.State);
        Assert.Equal([claimed!.Key], _verifier.LookUps);
        Assert.Equal([claimed.Key], Platform.Keys);
        Assert.Equal(0, await Bot.Store.Deliveries.RecoverAsync(General, Token));
    }

    [Fact]
    public async Task A_crash_after_the_card_was_taken_does_not_post_it_twice()
    {
        Platform = _verifier;
        await QueueAsync([7]);
        var claimed = await Bot.Store.Deliveries.ClaimAsync(General, Now, Token);
        _verifier.Messages.Add(claimed!.Key, "found-1");

        Bot.Restart();
        await Bot.Store.Deliveries.RecoverAsync(General, Token);

        Assert.Equal(DeliveryState.Sent, (await DeliverAsync())?.Verdict.State);
        Assert.Empty(Platform.Attempts);
    }

    [Fact]
    public async Task Two_claims_at_once_get_one_delivery()
    {
        await QueueAsync([1, 2]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Bot.Store.Deliveries.ClaimAsync(General, Now, Token)));

        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task The_receipt_is_written_even_while_the_process_is_told_to_stop()
    {
        await QueueAsync([7]);
        using var stop = new CancellationTokenSource();
        Platform.DuringAttempt = stop.CancelAsync;

        await Announcer.Outbox.DeliverNextAsync(General, stop.Token);

        Assert.Equal(["Sent"], States());
    }

    [Fact]
    public async Task Every_delivery_has_a_key_of_its_own_also_in_another_database()
    {
        var legends = General with { Channel = "legends" };
        await QueueAsync([1, 2], General, legends);
        foreach (var channel in (ChannelAddress[])[General, General, legends, legends]) await DeliverAsync(channel);

        using var other = new SeededBot();
        other.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.ReachAsync(Token, 1, 2);
        await new Announcer(other.Store, other, null, Fakes.Announcer.To(General)).PlanAsync(Token);
        var elsewhere = await other.Store.Deliveries.ClaimAsync(General, other.Clock.GetUtcNow(), Token);

        Assert.Equal(4, Platform.Keys.Distinct().Count());
        Assert.DoesNotContain(elsewhere!.Key, Platform.Keys);
    }
}
