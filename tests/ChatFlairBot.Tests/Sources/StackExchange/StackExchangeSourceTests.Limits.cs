using System.Text.Json;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackExchange;

/// <summary>Bans, waits and quotas.</summary>
public sealed partial class StackExchangeSourceTests
{
    [Fact]
    public async Task The_documented_ban_closes_the_source_for_as_long_as_it_says()
    {
        var source = Fake.Source(Clock);
        using var owned = source as IDisposable;
        Site.Next(Status(400, "application/json", Fixture("se-v23-error.json")));

        var first = (await source.ProbeAsync(Token)).Fault;
        var second = (await source.ProbeAsync(Token)).Fault;
        var other = (await AskAsync(another => another.ReadOneAsync(1, Token))).Fault;

        Assert.Equal((SourceFaultKind.Throttled, TimeSpan.FromSeconds(10_830)), (first?.Kind, first?.RetryAfter));
        Assert.Equal([SourceFaultKind.Throttled, SourceFaultKind.Throttled], [second?.Kind, other?.Kind]);
        Assert.Single(Site.Requests);

        Clock.Advance(TimeSpan.FromSeconds(10_832));
        Assert.Null((await source.ProbeAsync(Token)).Fault);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_ban_under_the_status_of_a_passing_fault_is_not_asked_for_again(int status)
    {
        Site.Always(Status(status, "application/json", Fixture("se-v23-error.json")));

        Assert.Equal(SourceFaultKind.Throttled, (await ReadAsync()).Fault?.Kind);
        Assert.Single(Site.Requests);
    }

    [Theory]
    [InlineData("more requests available in 86400 seconds", 86_400)]
    [InlineData("more requests available in 999999999 seconds", 86_400)]
    [InlineData("more requests available in 1 second", 1)]
    [InlineData("Violation of backoff parameter", 300)]
    [InlineData("in soon seconds", 300)]
    public async Task A_ban_lasts_for_its_seconds_a_day_at_most_and_five_minutes_when_untold(string message, int seconds)
    {
        Site.Next(Status(400, "application/json", JsonSerializer.Serialize(new { error_id = 502, error_message = message, error_name = "throttle_violation" })));

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await AskAsync(source => source.ProbeAsync(Token))).Fault?.RetryAfter);
    }

    [Fact]
    public async Task Ten_thousand_people_cost_a_hundred_requests_and_one_more_for_the_names_of_badges()
    {
        await StartOverAsync(10_000);
        var source = Fake.Source(Clock, options => options.BadgeNames = true);
        using var owned = source as IDisposable;

        for (var poll = 1; poll <= 2; poll++)
        {
            var pages = (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().ToList();
            Assert.Equal(10_000, pages.SelectMany(page => page.Standings).DistinctBy(one => one.Person).Count());
            Assert.Equal(101 * poll, Site.Requests.Count);
            Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(0, Fake.Rules.Throttled);
        Assert.Single(Fake.FilterRequests);
    }

    [Fact]
    public async Task A_list_that_the_quota_of_the_day_cannot_hold_is_not_begun()
    {
        await StartOverAsync(1_000);
        (Fake.Rules.QuotaMax, Fake.Rules.QuotaLeft) = (300, 6);

        var (people, fault) = await ReadAsync();

        Assert.Equal((0, SourceFaultKind.Incomplete), (people.Count, fault?.Kind));
        Assert.Contains("4 more of 300", fault?.Message, StringComparison.Ordinal);
        Assert.Contains("needs 10", fault?.Message, StringComparison.Ordinal);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task Without_a_key_a_site_of_more_than_25_pages_is_not_begun()
    {
        await StartOverAsync(2_501);
        var source = Fake.Source(Clock, options => options.Key = null);
        using var owned = source as IDisposable;

        var fault = Assert.IsType<SourceRead.Failed>(Assert.Single(await source.ReadAllAsync(Token).ToListAsync(Token))).Fault;

        Assert.Equal(SourceFaultKind.Incomplete, fault?.Kind);
        Assert.Contains("Set Key", fault?.Message, StringComparison.Ordinal);
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task A_backoff_on_the_last_page_is_kept_until_the_next_poll()
    {
        await StartOverAsync(50);
        Fake.Rules.Backoff = 40;
        var source = Fake.Source(Clock);
        using var owned = source as IDisposable;
        Assert.Null((await source.ReadAllAsync(Token).ToListAsync(Token)).OfType<SourceRead.Failed>().SingleOrDefault());

        var (people, fault) = await ReadAsync();

        Assert.Equal((50, null), (people.Count, fault));
        // Two seconds more than asked.
        Assert.Equal(TimeSpan.FromSeconds(42), Clock.GetUtcNow() - ManualClock.Start);
        Assert.Equal(0, Fake.Rules.Throttled);
    }

    [Fact]
    public async Task Backoffs_are_obeyed_between_pages_and_another_method_need_not_wait()
    {
        Fake.Rules.Backoff = 10;

        Assert.Null((await ReadAsync()).Fault);
        Assert.Equal(TimeSpan.FromSeconds(24), Clock.GetUtcNow() - ManualClock.Start);
        Assert.Null((await AskAsync(source => source.ReadOneAsync(1, Token))).Fault);

        Assert.Equal(TimeSpan.FromSeconds(24), Clock.GetUtcNow() - ManualClock.Start);
        Assert.Equal(0, Fake.Rules.Throttled);
    }

    [Fact]
    public async Task A_backoff_of_an_hour_ends_the_reading_and_says_when_to_come_again()
    {
        Fake.Rules.Backoff = 3_600;

        var (people, fault) = await ReadAsync();

        Assert.Equal((100, SourceFaultKind.Throttled, TimeSpan.FromSeconds(3_602)), (people.Count, fault?.Kind, fault?.RetryAfter));
        Assert.Single(Site.Requests);
    }

    [Fact]
    public async Task Nothing_is_asked_twice_within_a_minute()
    {
        Fake.Rules.ForbidsRepeats = true;
        var source = Fake.Source(Clock);
        using var owned = source as IDisposable;

        for (var time = 0; time < 3; time++)
        {
            Assert.Null((await source.ReadOneAsync(1, Token)).Fault);
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(TimeSpan.FromSeconds(130), Clock.GetUtcNow() - ManualClock.Start);
        Assert.Equal((3, 0), (Site.Requests.Count, Fake.Rules.Throttled));
    }

    [Fact]
    public async Task Thirty_requests_a_second_are_never_reached_however_many_sources_read_one_host()
    {
        await StartOverAsync(4_000);
        var sources = Enumerable.Range(0, 3).Select(_ => Fake.Source(Clock, options => options.Key = ApiRules.Key)).ToList();

        foreach (var source in sources) Assert.All(await source.ReadAllAsync(Token).ToListAsync(Token), read => Assert.IsType<SourceRead.Page>(read));
        foreach (var source in sources.OfType<IDisposable>()) source.Dispose();

        Assert.Equal((120, 0), (Site.Requests.Count, Fake.Rules.Throttled));
    }
}
