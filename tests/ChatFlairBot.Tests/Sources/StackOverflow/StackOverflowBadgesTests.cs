using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackOverflow;

/// <summary>People from API v3 and their badges from API v2.3 are one standing.</summary>
public sealed class StackOverflowBadgesTests
{
    private readonly ManualClock _clock = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enterprise_badges_come_with_the_key_and_are_joined_by_id()
    {
        List<ApiPerson> people = [new(1, "Ada", 4_000) { Gold = 1, Silver = 2, Bronze = 3 }, new(2, "Bo", 300)];
        var api = new ApiRules(_clock) { NeedsKey = true, People = people, HasCommunity = true };
        api.Awards.Add((1, "gold", "Great Answer", _clock.GetUtcNow()));
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = new(_clock) { People = people } }, api);
        var source = site.Source(_clock, WithKey(site));
        using var owned = source as IDisposable;

        var (read, fault) = await ReadAsync(source);

        Assert.Null(fault);
        Assert.Equal(["Gold1Great Answer Silver1 Silver2 Bronze1 Bronze2 Bronze3", ""], read.Select(one => string.Join(' ', one.Honours.Badges!.Select(badge => $"{badge.Rank}{badge.Id}{badge.Name}"))));
        Assert.Equal(read[0].Honours.ToString(), (await source.ReadOneAsync(1, Token)).Value?.Honours.ToString());
        Assert.All(site.Requests, request => Assert.DoesNotContain("s3cr3t", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cloud_badges_come_with_the_teams_token_and_slug()
    {
        var people = ApiPerson.Crowd(3);
        var api = new ApiRules(_clock) { NeedsToken = true, People = people, Scope = new() { ["team"] = "acme" } };
        await using var site = await FakeStackTeams.StartAsync(new() { ["acme"] = new(_clock) { Token = ApiRules.Token, People = people } }, api);

        var (read, fault) = await ReadAsync(site.Source(_clock, options => (options.Team, options.BadgesFrom, options.Experts, options.Groups) = ("acme", site.BadgesAddress, false, false)));

        Assert.Null(fault);
        Assert.All(read, one => Assert.NotNull(one.Honours.Badges));
        Assert.Contains(site.Requests, request => request.EndsWith("&team=acme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_people_with_badges_cost_a_hundred_requests_of_each_and_one_for_names()
    {
        var people = ApiPerson.Crowd(10_000);
        var api = new ApiRules(_clock) { NeedsKey = true, People = people };
        var team = new TeamRules(_clock) { People = people };
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = team }, api);
        var source = site.Source(_clock, WithKey(site));
        using var owned = source as IDisposable;
        await ReadAsync(source);
        site.Requests.Clear();
        _clock.Advance(TimeSpan.FromHours(1));

        var (read, fault) = await ReadAsync(source);

        Assert.Equal((10_000, null), (read.Count, fault));
        Assert.All(read, one => Assert.NotNull(one.Honours.Badges));
        Assert.Equal((100, 100, 1, 201), (Count("api/v3/users"), Count("api/2.3/users"), Count("api/2.3/badges/recipients"), site.Requests.Count));
        Assert.Equal((0, 0), (team.Throttled, api.Throttled));

        int Count(string path) => site.Requests.Count(request => request.StartsWith(path + "?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_whom_only_one_of_the_two_lists_knows_does_no_harm()
    {
        var api = new ApiRules(_clock) { NeedsKey = true, People = [new(1, "Ada", 10) { Gold = 1 }, new(99, "Only there", 5)] };
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = new(_clock) { People = [new(1, "Ada", 10), new(2, "Only here", 5)] } }, api);

        var (read, fault) = await ReadAsync(site.Source(_clock, WithKey(site)));

        Assert.Null(fault);
        Assert.Equal([1, null], read.Select(one => one.Honours.Badges?.Count));
    }

    [Fact]
    public async Task A_wrong_key_is_told_for_only_a_person_can_mend_it()
    {
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = new(_clock) { People = ApiPerson.Crowd(2) } }, new ApiRules(_clock) { NeedsToken = true });

        var fault = (await ReadAsync(site.Source(_clock, WithKey(site)))).Fault;

        Assert.Equal(SourceFaultKind.Unauthorized, fault?.Kind);
        Assert.Contains("take BadgesFrom out", fault?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", $"{fault}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_passing_fault_the_badges_of_the_last_poll_stand()
    {
        List<ApiPerson> people = [new(1, "Ada", 4_000) { Gold = 1 }];
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = new(_clock) { People = people } }, new ApiRules(_clock) { NeedsKey = true, People = people });
        var source = site.Source(_clock, WithKey(site));
        using var owned = source as IDisposable;
        await ReadAsync(source);
        site.Scripted = path => path.StartsWith("api/2.3/", StringComparison.Ordinal) ? (500, "{}") : null;
        _clock.Advance(TimeSpan.FromHours(1));

        var (read, fault) = await ReadAsync(source);

        Assert.Null(fault);
        Assert.Single(read[0].Honours.Badges!);
    }

    private static Action<StackOverflowOptions> WithKey(FakeStackTeams site) =>
        options => (options.BadgesFrom, options.Key, options.Experts, options.Groups) = (site.BadgesAddress, ApiRules.Key, false, false);

    private static async Task<(List<Standing> People, SourceFault? Fault)> ReadAsync(IReputationSource source)
    {
        var reads = await source.ReadAllAsync(Token).ToListAsync(Token);
        return ([.. reads.OfType<SourceRead.Page>().SelectMany(page => page.Standings)], reads.OfType<SourceRead.Failed>().SingleOrDefault()?.Fault);
    }
}
