using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackOverflow;

/// <summary>What the list of people does not say: teams, experts, groups, directory, badges.</summary>
public sealed class StackOverflowTeamsTests
{
    private readonly ManualClock _clock = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_teams_are_read_at_once_each_with_its_own_token()
    {
        await using var site = await FakeStackTeams.StartAsync(new()
        {
            ["alpha"] = Team("token-of-alpha", ApiPerson.Crowd(120)), ["beta"] = Team("token-of-beta", ApiPerson.Crowd(7)),
        });

        var people = await Task.WhenAll(PeopleAsync(Of("alpha", "token-of-alpha")), PeopleAsync(Of("beta", "token-of-beta")));

        Assert.Equal([120, 7], people.Select(one => one.Count));
        Assert.All(site.Requests, request => Assert.Matches("^api/v3/teams/(alpha|beta)/", request));

        IReputationSource Of(string team, string token) => site.Source(_clock, options => (options.Team, options.Token) = (team, token));
    }

    [Fact]
    public async Task A_wrong_team_is_explained_although_it_looks_like_a_wrong_token()
    {
        await using var site = await FakeStackTeams.StartAsync(new() { ["alpha"] = Team("token-of-alpha", ApiPerson.Crowd(1)) });
        var source = site.Source(_clock, options => options.Team = "alhpa");
        using var owned = source as IDisposable;

        var fault = (await source.ProbeAsync(Token)).Fault;

        Assert.Equal(SourceFaultKind.Unauthorized, fault?.Kind);
        Assert.Contains("/teams/alhpa/", fault?.Message, StringComparison.Ordinal);
        Assert.Contains("a wrong team name gives the same answer", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experts_named_directly_and_by_a_group_are_one_set_that_is_read_once_a_day()
    {
        var rules = Team();
        rules.Groups.Add((12, "Build wardens", [2, 3]));
        rules.Tags.AddRange([(7, "build-agents", [1, 2], ["Build wardens"]), (8, "kubernetes", [2], []), (9, "nobody", [], [])]);
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });
        var source = site.Source(_clock, options => options.Groups = false);
        using var owned = source as IDisposable;

        var people = await PeopleAsync(source);

        Assert.Equal(["build-agents", "build-agents,kubernetes", "build-agents", ""], people.Select(one => string.Join(',', one.Honours.Expertise!)));
        Assert.Equal(4, site.Requests.Count);

        rules.Tags[1] = (8, "kubernetes", [4], []);
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Empty((await PeopleAsync(source))[3].Honours.Expertise!);
        Assert.Equal(5, site.Requests.Count);

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["kubernetes"], (await PeopleAsync(source))[3].Honours.Expertise!);
    }

    [Fact]
    public async Task The_documented_experts_are_read()
    {
        var rules = Team();
        rules.Tags.Add((7, "build-agents", [1], []));
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });
        rules.People.AddRange([new(417, "Noor", 7_103), new(22, "Iker", 1_000)]);
        site.Scripted = path => path.EndsWith("subject-matter-experts", StringComparison.Ordinal)
            ? (200, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sources", "StackOverflow", "Fixtures", "so-v3-tag-smes.json")))
            : null;

        var people = await PeopleAsync(site.Source(_clock));

        Assert.Equal([417L, 22L], people.Where(one => one.Honours.Expertise!.Contains("build-agents")).Select(one => one.Person.Number));
    }

    [Theory]
    [InlineData(422, false)]
    [InlineData(404, false)]
    [InlineData(403, false)]
    [InlineData(500, true)]
    public async Task Where_experts_are_switched_off_the_poll_goes_on_without_them(int status, bool isAskedAgain)
    {
        var rules = Team();
        rules.HasExperts = status != 422;
        rules.Tags.Add((7, "build-agents", [1], []));
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });
        if (status != 422) site.Scripted = path => path.EndsWith("/tags", StringComparison.Ordinal) ? (status, """{"status":0}""") : null;
        var source = site.Source(_clock, options => options.Groups = false);
        using var owned = source as IDisposable;

        Assert.All(await PeopleAsync(source), one => Assert.Null(one.Honours.Expertise));
        var asked = site.Requests.Count;
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, (await PeopleAsync(source)).Count);

        Assert.Equal(isAskedAgain, site.Requests.Count > asked + 1);
    }

    [Fact]
    public async Task A_tag_that_was_merged_meanwhile_costs_the_other_experts_nothing()
    {
        var rules = Team();
        rules.Tags.AddRange([(7, "merged", [1], []), (8, "kubernetes", [2], [])]);
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });
        site.Scripted = path => path.Contains("tags/7/", StringComparison.Ordinal) ? (404, """{"title":"Tag not found","status":404}""") : null;

        Assert.Equal(["kubernetes"], (await PeopleAsync(site.Source(_clock)))[1].Honours.Expertise!);
    }

    [Fact]
    public async Task Departments_and_user_groups_are_groups_that_subscriptions_can_ask_for()
    {
        var rules = Team();
        rules.Groups.AddRange([(1, "Build wardens", [1, 2]), (2, "data", [2])]);
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });

        var people = await PeopleAsync(site.Source(_clock));

        Assert.Equal(["Platform|Build wardens", "Data|Build wardens", "", ""], people.Select(one => string.Join('|', one.Groups)));
    }

    [Fact]
    public async Task Departments_cost_nothing_and_are_read_always()
    {
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = Team() });

        var people = await PeopleAsync(site.Source(_clock, options => options.Groups = options.Experts = false));

        Assert.Equal(["Platform", "Data", "", ""], people.Select(one => string.Join('|', one.Groups)));
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_directory_is_seen_with_an_administrators_token_alone(bool isAdmin)
    {
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = Team(isAdmin: isAdmin) });

        var bo = (await PeopleAsync(site.Source(_clock)))[1];

        Assert.Equal(isAdmin ? ("emp-2", "bo@example.com") : (null, null), (bo.ExternalId, bo.Email?.Reveal()));
        Assert.DoesNotContain("bo@example.com", $"{bo}", StringComparison.Ordinal);
    }

    private static TeamRules Team(string token, List<ApiPerson> people) => new(new ManualClock()) { Token = token, People = people };

    private TeamRules Team(bool isAdmin = false) => new(_clock)
    {
        IsAdmin = isAdmin,
        People =
        [
            new(1, "Ada", 4_000) { Email = "ada@example.com", ExternalId = "emp-1", Department = "Platform" }, new(2, "Bo", 300) { Email = "bo@example.com", ExternalId = "emp-2", Department = "Data" },
            new(3, "Cy", 20), new(4, "Di", 1) { Department = " " },
        ],
    };

    private static async Task<List<Standing>> PeopleAsync(IReputationSource source) =>
        [.. (await source.ReadAllAsync(Token).ToListAsync(Token)).Cast<SourceRead.Page>().SelectMany(page => page.Standings)];
}
