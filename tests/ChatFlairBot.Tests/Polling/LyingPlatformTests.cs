using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Polling;

/// <summary>Every way in which a platform is known to lie: no card, one notice, and the true card afterwards.</summary>
public sealed class LyingPlatformTests : IDisposable
{
    private const int Ada = 7;

    private static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");

    private static readonly Dictionary<string, Action<FakeSource, ManualClock>> Lies = new(StringComparer.Ordinal)
    {
        ["truncated list"] = (source, _) => Cut(source, source.Rows.Count * 7 / 10, stated: source.Rows.Count),
        ["empty list with 200"] = (source, _) => Cut(source, 0, stated: 0),
        ["another site's people"] = (source, _) => Each(source, one => one with { Name = $"Stranger {one.Person.Number}", Score = 5_000 - one.Score }),
        ["doubled page"] = (source, _) => source.Rows.AddRange(Doubled(source)),
        ["everyone at 1"] = (source, _) => Each(source, one => one with { Score = 1 }),
        ["everyone times ten"] = (source, _) => Each(source, one => one with { Score = 10 * one.Score }),
        ["half the people gone"] = (source, _) => Cut(source, source.Rows.Count / 2, stated: null),
        ["clock jumps ahead"] = (_, clock) => clock.Advance(TimeSpan.FromDays(4_000)),
        ["one person at two billion"] = (source, _) => source.Set(11, 2_000_000_000),
        ["one person at ninety million"] = (source, _) => source.Set(11, 90_000_000),
        ["one negative number"] = (source, _) => source.Set(11, -5),
        ["one person fallen to nothing"] = (source, _) => source.Set(11, 0),
    };

    private readonly SeededBot _bot = new() { Limits = new GuardLimits() };
    private readonly FakePlatform _platform = new();

    public static TheoryData<string, int> Cases => [.. from lie in Lies.Keys from people in (int[])[20, 300, 5_000] select (lie, people)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_false_is_celebrated_managers_are_told_once_and_the_next_good_poll_brings_the_true_card(string lie, int people)
    {
        var before = await SeedAsync(people);
        var clock = _bot.Clock.GetUtcNow();
        _bot.Source.Set(Ada, 1_010);
        Lies[lie](_bot.Source, _bot.Clock);

        for (var poll = 1; poll <= 3; poll++) Assert.NotEqual(PollOutcome.Complete, (await PollAsync()).Outcome);
        Assert.Empty(Celebrated());
        Assert.Single(Told());
        Assert.Equal(before, _bot.Everything());
        _bot.Restart();
        await PollAsync();
        Assert.Single(Told());

        Honest(people);
        _bot.Source.Set(Ada, 1_010);
        // What jumped ahead is set right again.
        if (_bot.Clock.GetUtcNow() - clock > TimeSpan.FromDays(1)) _bot.Clock.SetBack(clock);
        Assert.Equal(PollOutcome.Complete, (await PollAsync()).Outcome);
        Assert.Equal(["general: Person 7 reached 1,000 reputation"], Celebrated());
        Assert.Single(Told());
    }

    [Theory]
    [InlineData("half the people gone")]
    [InlineData("one person fallen to nothing")]
    [InlineData("one person at two billion")]
    public async Task What_was_true_after_all_is_released_and_celebrates_what_it_saw(string lie)
    {
        await SeedAsync(300);
        _bot.Source.Set(Ada, 1_010);
        _bot.Source.Rows.Sort((one, other) => one.Person.Number.CompareTo(other.Person.Number));
        Lies[lie](_bot.Source, _bot.Clock);
        await PollAsync();
        _bot.Restart();

        var held = Assert.Single(await _bot.Store.Quarantine.ListAsync(Token));
        Assert.NotEmpty(held.Reasons);
        await DecideAsync(HeldWish.Release);
        Assert.Equal(["general: Person 7 reached 1,000 reputation"], Celebrated());
        Assert.Empty(await _bot.Store.Quarantine.ListAsync(Token));

        // The same list again is no news: neither held nor celebrated.
        Assert.Equal(PollOutcome.Complete, (await PollAsync()).Outcome);
        Assert.Single(Celebrated());
        Assert.Single(Told());
    }

    [Fact]
    public async Task What_is_discarded_is_forgotten_and_the_next_lie_is_judged_anew()
    {
        await SeedAsync(300);
        var before = _bot.Everything();
        Lies["everyone times ten"](_bot.Source, _bot.Clock);
        await PollAsync();
        await DecideAsync(HeldWish.Discard);

        Assert.Empty(await _bot.Store.Quarantine.ListAsync(Token));
        Assert.Equal(before, _bot.Everything());
        Assert.Equal(PollOutcome.Quarantined, (await PollAsync()).Outcome);
        Assert.Empty(Celebrated());
    }

    [Fact]
    public async Task A_clock_that_was_set_back_holds_polls_back_until_time_has_caught_up()
    {
        await SeedAsync(300);
        var now = _bot.Clock.GetUtcNow();
        _bot.Clock.SetBack(now - TimeSpan.FromDays(2));
        _bot.Source.Set(Ada, 1_010);
        Assert.Equal(PollOutcome.Quarantined, (await PollAsync()).Outcome);
        Assert.Empty(Celebrated());

        _bot.Clock.Advance(TimeSpan.FromDays(2));
        await PollAsync();
        Assert.Single(Celebrated());
    }

    public void Dispose() => _bot.Dispose();

    private static void Each(FakeSource source, Func<Standing, Standing> change)
    {
        var rows = source.Rows.ConvertAll(one => change(one));
        source.Rows.Clear();
        source.Rows.AddRange(rows);
    }

    private static void Cut(FakeSource source, int kept, int? stated)
    {
        var ada = source.Rows.Find(one => one.Person.Number == Ada)!;
        if (kept < source.Rows.Count) source.Rows.RemoveRange(kept, source.Rows.Count - kept);
        if (kept > 0 && !source.Rows.Contains(ada)) source.Rows[0] = ada;
        if (stated is not null) source.StatedTotal = () => stated;
    }

    // One page comes twice in the place of the next.
    private static List<Standing> Doubled(FakeSource source)
    {
        var page = Math.Min(100, source.Rows.Count / 2);
        var first = source.Rows.Take(page).ToList();
        source.Rows.RemoveRange(source.Rows.Count - page, page);
        if (!source.Rows.Exists(one => one.Person.Number == Ada)) source.Set(Ada, 1_010);
        return first;
    }

    private async Task<string> SeedAsync(int people)
    {
        Honest(people);
        Assert.Equal(PollOutcome.Complete, (await PollAsync()).Outcome);
        return _bot.Everything();
    }

    private void Honest(int people)
    {
        _bot.Source.Rows.Clear();
        _bot.Source.StatedTotal = null;
        _bot.Source.PageSize = 100;
        for (var person = 1; person <= people; person++)
        {
            _bot.Source.Rows.Add(new Standing(new PersonId("acme", person), $"Person {person}", person == Ada ? 990 : 105 + (person * 37 % 380), null, null));
        }
    }

    private async Task<PollRecord> PollAsync()
    {
        var poll = await _bot.PollAsync(Token);
        await Announcer().RunAsync(Token);
        return poll;
    }

    private async Task DecideAsync(HeldWish wish)
    {
        Assert.True(await _bot.Store.Quarantine.DecideAsync("acme", wish, "Mo", Token));
        await new Quarantine(_bot.Store.Polls, _bot.Store.Quarantine, _bot.Rules, _bot.Clock).CarryOutAsync("acme", Token);
        await Announcer().RunAsync(Token);
    }

    private Announcer Announcer() => new(_bot.Store, _bot, _platform, Fakes.Announcer.To(General));

    private List<string> Celebrated() => _platform.Attempts.FindAll(one => one.StartsWith("general", StringComparison.Ordinal));

    private List<string> Told() => _platform.Attempts.FindAll(one => one.StartsWith("managers", StringComparison.Ordinal));
}
