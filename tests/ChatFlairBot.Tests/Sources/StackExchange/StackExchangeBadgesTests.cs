using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackExchange;

/// <summary>Counts become badges that stay the same, and the latest of them get names.</summary>
public sealed class StackExchangeBadgesTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };
    private readonly ApiPerson _ada = new(1, "Ada", 4_000) { Gold = 2, Silver = 1, Bronze = 5 };
    private FakeStackApi _site = null!;
    private IReputationSource _source = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await FakeStackApi.StartAsync(new ApiRules(_clock) { People = [_ada, new(2, "Bo", 10)], Scope = new() { ["site"] = "cooking" } });
        _source = Restarted();
    }

    public async ValueTask DisposeAsync()
    {
        (_source as IDisposable)?.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_further_badge_is_one_milestone_with_the_name_that_was_heard_of_it()
    {
        var before = await AdaAsync();
        Earn("gold", "Great Answer & more");

        var reached = Assert.Single(Reached(before, await AdaAsync()));

        Assert.Equal(("badge:gold:3", "Great Answer & more"), (reached.Key.ToString(), reached.Label));
    }

    [Fact]
    public async Task Two_at_once_keep_their_names_in_the_order_in_which_they_came()
    {
        var before = await AdaAsync();
        Earn("gold", "Older");
        Earn("gold", "Newer");

        Assert.Equal(["badge:gold:3 Older", "badge:gold:4 Newer"], Reached(before, await AdaAsync()).Select(one => $"{one.Key} {one.Label}"));
    }

    [Fact]
    public async Task A_badge_that_is_taken_away_and_comes_back_is_no_news()
    {
        var first = await AdaAsync();
        _ada.Gold--;
        var second = await AdaAsync();
        _ada.Gold++;

        Assert.Empty(Reached(first.With(second), await AdaAsync()));
        Assert.Empty(Reached(first, second));
    }

    [Fact]
    public async Task A_name_that_is_forgotten_with_a_restart_is_no_news()
    {
        Earn("gold", "Great Answer");
        var before = await AdaAsync();
        _clock.Advance(TimeSpan.FromDays(2));
        (_source as IDisposable)?.Dispose();
        _source = Restarted();

        var after = await AdaAsync();

        Assert.Empty(Reached(before, after));
        Assert.Equal(3, before.With(after).Badges!.Count(badge => badge.Rank == BadgeRank.Gold));
    }

    [Fact]
    public async Task A_name_is_kept_for_as_long_as_the_process_lives()
    {
        Earn("gold", "Great Answer");
        await AdaAsync();
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(["", "", "Great Answer"], (await AdaAsync()).Badges!.Where(badge => badge.Rank == BadgeRank.Gold).Select(badge => badge.Name));
    }

    [Fact]
    public async Task Thousands_of_badges_are_counted_and_three_hundred_told_apart()
    {
        _ada.Bronze = 9_300;
        var before = await AdaAsync();
        _ada.Bronze++;

        var after = await AdaAsync();

        Assert.Equal((301, 9_301), (after.Badges!.Count(badge => badge.Rank == BadgeRank.Bronze), after.Badges!.Where(badge => badge.Rank == BadgeRank.Bronze).Sum(badge => badge.Count ?? 1)));
        Assert.Empty(Reached(before, after));
    }

    [Fact]
    public async Task Where_the_names_cannot_be_had_the_badges_are_told_all_the_same()
    {
        var before = await AdaAsync();
        Earn("gold", "Great Answer");
        _site.Next(One(_site.Rules));
        _site.Next(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        var reached = Assert.Single(Reached(before, await AdaAsync()));

        Assert.Equal(("badge:gold:3", ""), (reached.Key.ToString(), reached.Label));
    }

    // The list itself as the site gives it, so that what is scripted next befalls the names.
    private static Microsoft.AspNetCore.Http.RequestDelegate One(ApiRules rules) => context =>
        context.Response.Body.WriteAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rules.Answer("users", context.Request).Body), context.RequestAborted).AsTask();

    private IReputationSource Restarted() => _site.Source(_clock, options => options.BadgeNames = true);

    private void Earn(string rank, string name)
    {
        if (rank == "gold") _ada.Gold++;
        _site.Rules.Awards.Insert(0, (_ada.Id, rank, name, _clock.GetUtcNow()));
    }

    private async Task<Honours> AdaAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(5));
        var pages = (await _source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>();
        return pages.SelectMany(page => page.Standings).Single(one => one.Person.Number == _ada.Id).Honours;
    }

    private static List<Milestone> Reached(Honours before, Honours after) =>
    [
        .. new BadgeRule(Enum.GetValues<BadgeRank>()).Reached(
            new StandingChange(new Standing(new PersonId("cooking", 1), "Ada", 4_000, null, null) { Honours = after }, new Mark(4_000, 4_000)) { HonoursBefore = before }),
    ];
}
