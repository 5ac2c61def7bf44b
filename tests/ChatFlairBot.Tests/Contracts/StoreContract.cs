using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>What every store has to keep of polls and people. It names no engine; each one inherits it.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private IStore? _store;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IStore Store => _store ??= Open();

    [Fact]
    public async Task A_new_source_is_first_until_a_poll_of_it_is_accepted()
    {
        using (var draft = await Store.Polls.BeginAsync("acme", Token)) Assert.True(draft.IsFirst);
        await Store.Polls.RecordRefusedAsync(Poll("acme", PollOutcome.Failed), null, Token);
        using (var draft = await Store.Polls.BeginAsync("acme", Token)) Assert.True(draft.IsFirst);
        await CommitAsync("acme", Person(1, "Ada", 10));
        using (var draft = await Store.Polls.BeginAsync("ACME", Token)) Assert.False(draft.IsFirst);
        using (var draft = await Store.Polls.BeginAsync("other", Token)) Assert.True(draft.IsFirst);
    }

    [Fact]
    public async Task A_draft_tells_what_it_sees_and_a_draft_given_up_leaves_no_trace()
    {
        await CommitAsync("acme", Person(1, "Ada", 10), Person(3, "Chidi", 30));
        using (var draft = await Store.Polls.BeginAsync("acme", Token))
        {
            Assert.Equal(Sighting.Unchanged, draft.See(Person(1, "Ada", 10)));
            Assert.Equal(Sighting.Repeated, draft.See(Person(1, "Ada", 11)));
            Assert.Equal(Sighting.Changed, draft.See(Person(3, "Chidi", 31)));
            Assert.Equal(Sighting.New, draft.See(Person(2, "Bo", 20)));
            Assert.Equal(Sighting.Repeated, draft.See(Person(2, "Bo", 20)));
            Assert.Equal([(3L, (Mark?)new Mark(30, 30)), (2L, null)], draft.Changes.Select(change => (change.After.Person.Number, change.Before)));
        }

        Reopen();
        Assert.Null(await Store.People.FindAsync(new("acme", 2), Token));
        Assert.Equal(30, (await Store.People.FindAsync(new("acme", 3), Token))!.Standing.Score);
    }

    [Fact]
    public async Task The_high_water_mark_survives_a_fall_and_a_restart()
    {
        await CommitAsync("acme", Person(1, "Ada", 990));
        await CommitAsync("acme", Person(1, "Ada", 1_010));
        await CommitAsync("acme", Person(1, "Ada", 900));
        Reopen();
        using var draft = await Store.Polls.BeginAsync("acme", Token);
        draft.See(Person(1, "Ada", 1_005));
        Assert.Equal(new Mark(900, 1_010), Assert.Single(draft.Changes).Before);
    }

    [Fact]
    public async Task People_who_are_absent_stay_and_new_ones_join_in_any_order()
    {
        await CommitAsync("acme", Person(50, "Eve", 5), Person(10, "Ada", 1));
        await CommitAsync("acme", Person(70, "Gil", 7), Person(30, "Cy", 3), Person(1, "Al", 9));
        await CommitAsync("acme", Person(30, "Cy", 4), Person(long.MaxValue, "Max", 2));
        using var draft = await Store.Polls.BeginAsync("acme", Token);
        Assert.All(
            [Person(50, "Eve", 5), Person(10, "Ada", 1), Person(70, "Gil", 7), Person(30, "Cy", 4), Person(1, "Al", 9), Person(long.MaxValue, "Max", 2)],
            person => Assert.Equal(Sighting.Unchanged, draft.See(person)));
        Assert.Equal(6, (await Store.People.CountAsync(Token))["acme"]);
    }

    [Fact]
    public async Task Words_alone_can_change()
    {
        await CommitAsync("acme", Person(1, "Ada", 10));
        await CommitAsync("acme", Person(1, "Ada Lindqvist", 10) with { Link = "https://stack.example.com/users/1" });
        var found = await Store.People.FindAsync(new("acme", 1), Token);
        Assert.Equal(Person(1, "Ada Lindqvist", 10) with { Link = "https://stack.example.com/users/1" }, found!.Standing);
        Assert.Single(await Store.People.SearchAsync("lindqvist", ["acme"], 5, Token));
    }

    [Fact]
    public async Task The_ledger_takes_a_milestone_once_and_for_ever()
    {
        await CommitAsync("acme", Person(1, "Ada", 990));
        Assert.Equal(2, await CommitAsync("acme", [Person(1, "Ada", 2_010)], Reached(1, 1_000, false), Reached(1, 2_000, true)));
        Reopen();
        Assert.Equal(1, await CommitAsync("acme", [Person(1, "Ada", 3_000)], Reached(1, 2_000, true), Reached(1, 3_000, true)));
        var pending = await Store.Deliveries.PendingAsync(10, Token);
        Assert.Equal([("reputation:2000", 2_000L), ("reputation:3000", 3_000L)], pending.Select(one => (one.Key.ToString(), one.Height)));
        Assert.All(pending, one => Assert.Equal(Person(1, "Ada", 3_000), one.Standing));
    }

    [Fact]
    public async Task Of_two_drafts_at_once_the_second_is_void()
    {
        await CommitAsync("acme", Person(1, "Ada", 10), Person(2, "Bo", 20));
        using var slow = await Store.Polls.BeginAsync("acme", Token);
        slow.See(Person(1, "Ada", 30));
        await CommitAsync("acme", Person(1, "Ada", 40));
        await Assert.ThrowsAsync<StoreException>(() => slow.CommitAsync(Poll("acme", PollOutcome.Complete), [Reached(1, 25, true)], [], Token));
        Assert.Equal(40, (await Store.People.FindAsync(new("acme", 1), Token))!.Standing.Score);
        Assert.Empty(await Store.Deliveries.PendingAsync(10, Token));
    }

    [Fact]
    public async Task The_site_of_a_snapshot_is_kept()
    {
        using (var draft = await Store.Polls.BeginAsync("acme", Token))
        {
            Assert.Null(draft.Site);
            await draft.CommitAsync(Poll("acme", PollOutcome.Complete) with { Site = "acme.example" }, [], [], Token);
        }

        await CommitAsync("acme", Person(1, "Ada", 10));
        Reopen();
        using var again = await Store.Polls.BeginAsync("acme", Token);
        Assert.Equal("acme.example", again.Site);
    }

    [Fact]
    public async Task Sources_do_not_mix()
    {
        await CommitAsync("acme", Person(1, "Ada", 10));
        await CommitAsync("other", new Standing(new("other", 1), "Bo", 20, null, null));
        Assert.Equal("Ada", (await Store.People.FindAsync(new("acme", 1), Token))!.Standing.Name);
        Assert.Equal("Bo", Assert.Single(await Store.People.TopAsync("other", 5, Token)).Name);
        Assert.Equal<IEnumerable<string>>(["acme", "other"], (await Store.Polls.LastPollsAsync(Token)).Select(poll => poll.Source));
    }

    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("ada lindqvist", "Ada Lindqvist")]
    [InlineData("ADA.LINDQVIST", "Ada Lindqvist")]
    [InlineData("ad", "Ada", "Adam Smith", "Ada Lindqvist")]
    [InlineData("lind", "Ada Lindqvist")]
    [InlineData("zaneta", "Żaneta Wilk")]
    [InlineData("%")]
    [InlineData("a_a")]
    [InlineData("")]
    public async Task Names_are_found_from_the_best_fit_to_the_loosest(string asked, params string[] expected)
    {
        await CommitAsync("acme", Person(1, "Ada Lindqvist", 10), Person(2, "Adam Smith", 20), Person(3, "Ada", 30), Person(4, "Żaneta Wilk", 5));
        Assert.Equal<IEnumerable<string>>(expected, (await Store.People.SearchAsync(asked, ["acme"], 10, Token)).Select(one => one.Name));
    }

    [Fact]
    public async Task Equal_scores_share_a_rank()
    {
        await CommitAsync("acme", Person(1, "Ada", 10), Person(2, "Bo", 30), Person(3, "Cy", 30), Person(4, "Di", 5));
        var ranks = await Task.WhenAll(Enumerable.Range(1, 4).Select(async id => (await Store.People.FindAsync(new("acme", id), Token))!.Rank));
        Assert.Equal([3, 1, 1, 4], ranks);
        Assert.Equal<IEnumerable<string>>(["Bo", "Cy", "Ada"], (await Store.People.TopAsync("acme", 3, Token)).Select(one => one.Name));
    }

    [Fact]
    public async Task A_rank_counts_everybody_above_however_far_apart_scores_lie()
    {
        long[] scores = [0, 1, 255, 256, 257, 511, 512, 10_000, 10_000, 1_000_000_000];
        Standing[] people = [.. scores.Select((score, index) => Person(index + 1, $"Person {index + 1}", score))];
        await CommitAsync("acme", people);
        await AssertRanksAsync();
        // Up and down, within a block and between blocks.
        foreach (var (index, score) in new[] { (0, 254L), (3, 255L), (7, 256L), (9, 3L), (5, 600L) }) people[index] = people[index] with { Score = score };
        await CommitAsync("acme", people);
        await AssertRanksAsync();
        await Store.Members.ForgetAsync(new("Fake", "default", "U1"), [people[4].Person], DateTimeOffset.UnixEpoch, Token);
        people = [.. people.Where((_, index) => index != 4)];
        await AssertRanksAsync();

        async Task AssertRanksAsync()
        {
            foreach (var one in people) Assert.Equal(people.Count(other => other.Score > one.Score) + 1, (await Store.People.FindAsync(one.Person, Token))!.Rank);
        }
    }

    [Fact]
    public async Task Every_word_of_a_name_finds_somebody_once_and_a_name_given_up_nobody()
    {
        await CommitAsync("acme", Person(1, "Ana Maria Anna Berg", 10));
        await CommitAsync("acme", Person(1, "Ana Maria Anna Berg", 10), Person(2, "Bo Ek", 20));
        foreach (var word in new[] { "maria", "anna berg", "a", "berg", "ek" }) Assert.Single(await Store.People.SearchAsync(word, ["acme"], 5, Token));
        await CommitAsync("acme", Person(1, "Ana Lund", 10), Person(2, "Bo Ek", 20));
        foreach (var word in new[] { "maria", "anna", "berg" }) Assert.Empty(await Store.People.SearchAsync(word, ["acme"], 5, Token));
        Assert.Single(await Store.People.SearchAsync("lund", ["acme"], 5, Token));
        await Store.Members.ForgetAsync(new("Fake", "default", "U1"), [new("acme", 1)], DateTimeOffset.UnixEpoch, Token);
        Assert.Empty(await Store.People.SearchAsync("lund", ["acme"], 5, Token));
    }

    [Fact]
    public async Task A_large_fill_and_a_larger_second_one_can_be_searched()
    {
        await CommitAsync("acme", [.. Enumerable.Range(1, 3_000).Select(id => Person(id, $"Person {id}", id))]);
        await CommitAsync("acme", [.. Enumerable.Range(1, 9_000).Select(id => Person(id * 2, $"Person {id * 2}", id * 2))]);
        Assert.Equal("Person 18000", Assert.Single(await Store.People.TopAsync("acme", 1, Token)).Name);
        Assert.Equal(2_999, Assert.Single(await Store.People.SearchAsync("person 2999", ["acme"], 5, Token)).Score);
        Assert.Equal(new RankedStanding(Person(2_999, "Person 2999", 2_999), 7_502, 10_500), await Store.People.FindAsync(new("acme", 2_999), Token));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _store?.Dispose();
        Clean();
        return ValueTask.CompletedTask;
    }

    protected static Standing Person(long id, string name, long score) => new(new("acme", id), name, score, null, null);

    protected static PollRecord Poll(string source, PollOutcome outcome) =>
        new(source, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(1), outcome, outcome is PollOutcome.Complete ? null : "why", 0, null, 0, 0);

    protected static ReachedMilestone Reached(long id, long score, bool isCelebrated) =>
        new(new Milestone(new("acme", id), MilestoneKey.Reputation(score), score, new("test", 1)), 1, score, isCelebrated);

    /// <summary>Opens the store, the same one each time.</summary>
    protected abstract IStore Open();

    /// <summary>Removes what the store left.</summary>
    protected abstract void Clean();

    protected void Reopen()
    {
        _store?.Dispose();
        _store = null;
    }

    protected Task<int> CommitAsync(string source, params Standing[] standings) => CommitAsync(source, standings, []);

    protected async Task<int> CommitAsync(string source, Standing[] standings, params ReachedMilestone[] milestones)
    {
        using var draft = await Store.Polls.BeginAsync(source, Token);
        foreach (var standing in standings) draft.See(standing);
        return await draft.CommitAsync(Poll(source, PollOutcome.Complete), milestones, [], Token);
    }
}
