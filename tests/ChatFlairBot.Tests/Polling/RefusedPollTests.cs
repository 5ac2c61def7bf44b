using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Polling;

/// <summary>Polls that are not accepted: whatever went wrong, the last snapshot stands.</summary>
public sealed class RefusedPollTests : IDisposable
{
    private readonly SeededBot _bot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FakeSource Source => _bot.Source;

    [Fact]
    public async Task Fewer_rows_than_announced_are_incomplete_and_the_snapshot_stands()
    {
        await PollAsync(90);
        var before = _bot.Everything();
        Source.StatedTotal = () => 2;

        var poll = await PollAsync(120);

        Assert.Equal((PollOutcome.Incomplete, 0), (poll.Outcome, poll.Milestones));
        Assert.Contains("announced 2 people and sent 1", poll.Reason, StringComparison.Ordinal);
        Assert.Equal(before, _bot.Everything());
        Assert.Equal(poll with { Fault = null }, Assert.Single(await _bot.Store.Polls.LastPollsAsync(Token)));
    }

    [Fact]
    public async Task The_same_people_again_and_again_are_not_the_list_that_was_announced()
    {
        await PollAsync(90);
        Source.Rows.Clear();
        for (var row = 0; row < 100; row++) Source.Rows.Add(new Standing(new PersonId("acme", 1 + (row % 20)), "Person", 120, null, null));

        var poll = await new Poll(Source, _bot.Store.Polls, _bot.Policy with { Rules = new MilestoneRules([]) }, _bot.Clock).RunAsync(null, Token);

        Assert.Equal((PollOutcome.Incomplete, 20L), (poll.Outcome, poll.People));
    }

    [Fact]
    public async Task Another_site_under_the_same_name_is_refused_until_the_old_one_is_back()
    {
        Source.Site = "acme.example/api/v3";
        await PollAsync(90);
        var before = _bot.Everything();

        Source.Site = "other.example/api/v3";
        var refused = await PollAsync(9_000);
        Assert.Equal((PollOutcome.Failed, 0), (refused.Outcome, refused.Milestones));
        Assert.Contains("points to other.example/api/v3 now, but its snapshot is of acme.example/api/v3", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(before, _bot.Everything());

        Source.Site = "acme.example/api/v3";
        Assert.Equal(1, (await PollAsync(120)).Milestones);
    }

    [Theory]
    [InlineData(1L)]
    [InlineData(null)]
    public async Task More_rows_than_announced_or_no_announcement_are_complete(long? stated)
    {
        await PollAsync(90);
        Source.StatedTotal = () => stated;
        Source.Set(8, 10);

        Assert.Equal(PollOutcome.Complete, (await PollAsync(120)).Outcome);
    }

    [Fact]
    public async Task A_fault_in_the_middle_fails_the_poll_and_the_next_one_catches_up()
    {
        await PollAsync(90);
        for (var person = 10; person < 20; person++) Source.Set(person, 10);
        var before = _bot.Everything();
        Source.Set(7, 120);
        Source.Rows.Reverse();
        Source.Fault = new SourceFault(SourceFaultKind.Throttled, "Too many requests.");

        var poll = await PollAsync();

        Assert.Equal((PollOutcome.Failed, "Too many requests.", 3, 0), (poll.Outcome, poll.Reason, (int)poll.People, poll.Milestones));
        Assert.Equal(before, _bot.Everything());

        Source.Fault = null;
        Assert.Equal(1, (await PollAsync()).Milestones);
    }

    [Fact]
    public async Task A_first_poll_that_fails_leaves_the_next_one_silent()
    {
        Source.Set(7, 90);
        Source.Fault = new SourceFault(SourceFaultKind.Unreachable, "Nobody there.");
        await PollAsync();
        Source.Fault = null;

        Assert.Equal(0, (await PollAsync(120)).Milestones);
        Assert.Empty(_bot.Ledger());
    }

    [Fact]
    public async Task A_cancelled_poll_leaves_nothing()
    {
        await PollAsync(90);
        var before = _bot.Everything();
        var logged = await _bot.Store.Polls.LastPollsAsync(Token);
        for (var person = 10; person < 20; person++) Source.Set(person, 10);
        using var stop = new CancellationTokenSource();
        Source.BeforePage = page =>
        {
            if (page == 2) stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bot.PollAsync(stop.Token));

        Assert.Equal(before, _bot.Everything());
        Assert.Equal(logged, await _bot.Store.Polls.LastPollsAsync(Token));
    }

    [Fact]
    public async Task A_poll_cancelled_on_its_last_page_leaves_nothing_either()
    {
        await PollAsync(90);
        var before = _bot.Everything();
        Source.Set(7, 120);
        using var stop = new CancellationTokenSource();
        var progress = new StopAtOnce(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Poll(Source, _bot.Store.Polls, _bot.Policy, _bot.Clock).RunAsync(progress, stop.Token));

        Assert.Equal(before, _bot.Everything());
    }

    public void Dispose() => _bot.Dispose();

    private Task<PollRecord> PollAsync() => _bot.PollAsync(Token);

    private Task<PollRecord> PollAsync(long score)
    {
        Source.Set(7, score);
        return PollAsync();
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<PollProgress>
    {
        public void Report(PollProgress value) => stop.Cancel();
    }
}
