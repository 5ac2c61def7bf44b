using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Polling;

public sealed class PollTests : IDisposable
{
    private readonly SeededBot _bot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FakeSource Source => _bot.Source;

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task The_first_poll_seeds_silently(int people)
    {
        Source.PageSize = 100;
        for (var person = 1; person <= people; person++) Source.Rows.Add(Standing(person, 90 + person));

        var poll = await PollAsync();

        Assert.Equal((PollOutcome.Complete, people, people, 0), (poll.Outcome, (int)poll.People, (int)poll.Changed, poll.Milestones));
        Assert.Empty(_bot.Ledger());
        Assert.Equal(people, (await _bot.Store.People.CountAsync(Token))["acme"]);
    }

    [Fact]
    public async Task A_score_that_falls_and_rises_again_is_celebrated_once()
    {
        foreach (var score in (long[])[990, 1_010, 990, 1_010])
        {
            Source.Set(7, score);
            await PollAsync();
        }

        Assert.Equal(["7 reputation:1000"], _bot.Ledger());
    }

    [Fact]
    public async Task A_jump_over_several_records_all_and_celebrates_the_highest()
    {
        await PollAsync(90);
        var poll = await PollAsync(1_200);

        Assert.Equal(3, poll.Milestones);
        Assert.Equal(["7 reputation:100", "7 reputation:500", "7 reputation:1000"], _bot.Ledger());
        Assert.Equal(1_000, Assert.Single(await PendingAsync()).Height);
    }

    [Fact]
    public async Task What_is_celebrated_is_shown_with_the_words_of_its_poll()
    {
        Source.Set(7, 90, "Ada Lindqvist");
        await PollAsync();
        Source.Set(7, 120, "Ada Lovelace");
        await PollAsync();

        var pending = Assert.Single(await PendingAsync());
        Assert.Equal(Source.Rows[0], pending.Standing);
        Assert.Equal(("reputation:100", _bot.Clock.GetUtcNow()), (pending.Key.ToString(), pending.ReachedAt));
    }

    [Fact]
    public async Task An_identical_poll_changes_nothing()
    {
        await PollAsync(90);
        await PollAsync(120);
        var before = _bot.Everything();

        var poll = await PollAsync();

        Assert.Equal((PollOutcome.Complete, 1, 0, 0), (poll.Outcome, (int)poll.People, (int)poll.Changed, poll.Milestones));
        Assert.Equal(before, _bot.Everything());
    }

    [Fact]
    public async Task Nothing_happens_again_in_another_process()
    {
        await PollAsync(90);
        await PollAsync(120);
        var before = _bot.Everything();

        _bot.Restart();
        var poll = await PollAsync();

        Assert.Equal((0, 0), ((int)poll.Changed, poll.Milestones));
        Assert.Equal(before, _bot.Everything());
    }

    [Fact]
    public async Task Whoever_is_absent_keeps_standing_and_high_water()
    {
        Source.Set(1, 600).Set(2, 50);
        await PollAsync();
        Source.Rows.RemoveAll(row => row.Person.Number == 1);
        await PollAsync();
        Assert.Equal(600, (await _bot.Store.People.FindAsync(new PersonId("acme", 1), Token))?.Standing.Score);

        Source.Set(1, 590);
        await PollAsync();
        Source.Set(1, 620);
        var poll = await PollAsync();

        Assert.Equal(0, poll.Milestones);
        Assert.Empty(_bot.Ledger());
    }

    [Fact]
    public async Task Everybody_absent_is_not_everybody_gone()
    {
        await PollAsync(90);
        Source.Rows.Clear();
        Assert.Equal(PollOutcome.Quarantined, (await PollAsync()).Outcome);

        await PollAsync(120);

        Assert.Equal(["7 reputation:100"], _bot.Ledger());
    }

    [Fact]
    public async Task Whoever_joins_later_is_seeded_silently_too()
    {
        await PollAsync(90);
        Source.Set(8, 5_000);
        Assert.Equal(0, (await PollAsync()).Milestones);

        Source.Set(7, 120);
        await PollAsync();

        Assert.Equal(["7 reputation:100"], _bot.Ledger());
    }

    [Fact]
    public async Task A_person_who_comes_twice_counts_once_and_the_first_sighting_stands()
    {
        await PollAsync(90);
        Source.Rows.Clear();
        Source.Rows.AddRange([Standing(7, 120), Standing(8, 10), Standing(9, 10), Standing(7, 600), Standing(9, 700)]);

        var poll = await PollAsync();

        Assert.Equal((PollOutcome.Complete, 3, 1), (poll.Outcome, (int)poll.People, poll.Milestones));
        Assert.Equal(["7 reputation:100"], _bot.Ledger());
        Assert.Equal(10, (await _bot.Store.People.FindAsync(new PersonId("acme", 9), Token))?.Standing.Score);
    }

    [Fact]
    public async Task A_new_threshold_is_silent_for_whoever_is_above_it()
    {
        Source.Set(1, 300).Set(2, 200);
        await PollAsync();
        _bot.Rules = new MilestoneRules([new ReputationThresholdRule([100, 250, 500, 1_000])]);

        await PollAsync();
        Source.Set(1, 310).Set(2, 260);
        await PollAsync();

        Assert.Equal(["2 reputation:250"], _bot.Ledger());
    }

    [Fact]
    public async Task A_renamed_person_is_found_by_the_new_name_and_not_by_the_old()
    {
        Source.Set(7, 90, "Ada Lindqvist");
        await PollAsync();
        Source.Set(7, 90, "Ada Lovelace");

        Assert.Equal(1, (await PollAsync()).Changed);

        Assert.Equal(7, Assert.Single(await _bot.Store.People.SearchAsync("ada lovelace", ["acme"], 5, Token)).Person.Number);
        Assert.Empty(await _bot.Store.People.SearchAsync("lindqvist", ["acme"], 5, Token));
    }

    [Fact]
    public async Task Two_sources_know_nothing_of_each_other()
    {
        await PollAsync(90);
        var other = new FakeSource("beta").Set(7, 5_000);

        await new Core.Polling.Poll(other, _bot.Store.Polls, _bot.Policy, _bot.Clock).RunAsync(null, Token);
        var poll = await PollAsync(120);

        Assert.Equal(1, poll.Milestones);
        Assert.Equal(["acme", "beta"], (await _bot.Store.Polls.LastPollsAsync(Token)).Select(one => one.Source));
    }

    public void Dispose() => _bot.Dispose();

    private static Standing Standing(long number, long score) => new(new PersonId("acme", number), $"Person {number}", score, null, null);

    private Task<PollRecord> PollAsync() => _bot.PollAsync(Token);

    private Task<PollRecord> PollAsync(long score)
    {
        Source.Set(7, score);
        return PollAsync();
    }

    private Task<IReadOnlyList<Core.Announcing.Announcement>> PendingAsync() => _bot.Store.Deliveries.PendingAsync(100, Token);
}
