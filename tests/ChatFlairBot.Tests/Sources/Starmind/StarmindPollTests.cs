using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.Starmind;

/// <summary>What a poll of a network costs, whom it passes on, and what it keeps to itself.</summary>
public sealed class StarmindPollTests : StarmindTest
{
    [Fact]
    public async Task The_documented_lists_become_people_with_the_level_that_the_platform_gives()
    {
        await using var site = await FakeStarmind.StartAsync(0);
        site.Always(File(FakeStarmind.Fixture("starmind-users.json")));
        site.On("users/scores", File(FakeStarmind.Fixture("starmind-scores.json")));

        var people = await PeopleAsync(site.Source(Clock));

        Assert.Equal(
            [(17_310, "Iker Zabala", 620, 4), (17_309, "Noor Haddad", 39_200, 28), (17_311, "Żaneta Wilk", 85, 1)],
            people.Select(one => (one.Person.Number, one.Name, one.Score, one.Honours.Level)));
        Assert.Equal("https://cdn.example.com/user/6/i_17309.jpg", people[1].Avatar);
        Assert.Equal(["Platform Engineering"], people[1].Groups);
        Assert.Equal("noor.haddad@example.com", people[1].Email?.Reveal());
    }

    [Fact]
    public async Task Ten_thousand_people_cost_one_request_a_poll_and_a_hundred_for_their_names_once_a_day()
    {
        await using var site = await FakeStarmind.StartAsync(10_000);
        var source = site.Source(Clock);
        using var owned = source as IDisposable;

        Assert.Equal(10_000, (await PeopleAsync(source)).Count);
        Assert.Equal(100 + 2 + 1, site.Requests.Count);
        for (var poll = 1; poll < 24; poll++)
        {
            site.Requests.Clear();
            Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(10_000, (await PeopleAsync(source)).Count);
            Assert.Equal(["/api/v1/users/scores"], site.Requests);
        }

        site.Requests.Clear();
        Clock.Advance(TimeSpan.FromHours(1));
        await PeopleAsync(source);
        Assert.Equal(100 + 2 + 1, site.Requests.Count);
        Assert.DoesNotContain(site.Requests, request => request.Contains("deanonymize", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_that_gives_smaller_pages_than_asked_for_is_read_to_the_end()
    {
        await using var site = await FakeStarmind.StartAsync(1_010);
        site.LargestPage = 25;

        var people = await PeopleAsync(site.Source(Clock));

        Assert.Equal(1_010, people.Count);
        Assert.Equal(41, site.Requests.Count(request => request.Contains("offset=", StringComparison.Ordinal)));
        Assert.Contains("/api/v1/users?limit=100&offset=25&sort=id.asc", site.Requests);
    }

    [Fact]
    public async Task A_directory_that_ends_early_is_incomplete()
    {
        await using var site = await FakeStarmind.StartAsync(0);
        site.Next(Json("""{"total":300,"items":[{"id":1,"firstname":"Ada"}]}"""));
        site.Next(Json("""{"total":300,"items":[]}"""));

        Assert.Equal(SourceFaultKind.Incomplete, (await FaultAsync(site.Source(Clock)))?.Kind);
    }

    [Fact]
    public async Task Somebody_whose_points_fall_keeps_the_level_that_they_have()
    {
        await using var site = await FakeStarmind.StartAsync(new StarmindPerson(1, "Ada", "Lindqvist", 610) { Level = 4 });
        var source = site.Source(Clock);
        await PeopleAsync(source);

        site.Person(1).Points = 600;
        // By the platform's own formula 599 points would be level 3.
        Assert.Equal((600, 4), Assert.Single((await PeopleAsync(source)).Select(one => (one.Score, one.Honours.Level))));
    }

    [Fact]
    public async Task Whoever_is_hidden_or_deleted_or_a_machine_is_nobody_also_when_they_have_points()
    {
        await using var site = await FakeStarmind.StartAsync(
            new(1, "Ada", "Lindqvist", 10),
            new(2, "Hidden", "One", 10) { IsHidden = true },
            new(3, "Deleted", "One", 10) { IsDeleted = true },
            new(4, "Import", "Job", 10) { IsTechnical = true });

        var people = await PeopleAsync(site.Source(Clock));

        Assert.Equal([(1, true), (2, false), (4, false)], people.Select(one => (one.Person.Number, one.IsListed)));
    }

    [Fact]
    public async Task Whoever_came_today_is_asked_for_alone_and_only_once()
    {
        await using var site = await FakeStarmind.StartAsync(3);
        var source = site.Source(Clock);
        await PeopleAsync(source);
        site.Add(new StarmindPerson(7, "New", "Colleague", 5));
        site.Requests.Clear();

        Assert.Contains(await PeopleAsync(source), one => one.Name == "New Colleague");
        Assert.Equal(["/api/v1/users/scores", "/api/v1/users/7"], site.Requests);

        site.Requests.Clear();
        Assert.Equal(4, (await PeopleAsync(source)).Count);
        Assert.Equal(["/api/v1/users/scores"], site.Requests);
    }

    [Fact]
    public async Task Of_many_whom_nobody_knows_a_few_are_asked_for_in_each_poll_and_the_others_are_unknown()
    {
        await using var site = await FakeStarmind.StartAsync(new StarmindPerson(1, "Ada", "Lindqvist", 10));
        var source = site.Source(Clock);
        await PeopleAsync(source);
        for (var id = 100; id < 125; id++) site.Add(new StarmindPerson(id, "New", $"Number {id}", 5));
        site.Requests.Clear();

        foreach (var expected in (int[])[11, 21, 26, 26]) Assert.Equal(expected, (await PeopleAsync(source)).Count);
        Assert.Equal(4 + 25, site.Requests.Count);
    }

    [Fact]
    public async Task Nobody_is_shown_by_their_address()
    {
        await using var site = await FakeStarmind.StartAsync(
            new StarmindPerson(1, "ada@example.com", "", 10), new StarmindPerson(2, "", "bo@example.com", 10), new StarmindPerson(3, " Cleo ", "", 10));

        Assert.Equal(["", "", "Cleo"], (await PeopleAsync(site.Source(Clock))).Select(one => one.Name));
    }

    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("ada@example.invalid", null)]
    [InlineData("anonymous", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task An_address_that_can_be_none_links_nobody(string? told, string? kept)
    {
        await using var site = await FakeStarmind.StartAsync(new StarmindPerson(1, "Ada", "Lindqvist", 10) { Email = told });

        Assert.Equal(kept, Assert.Single(await PeopleAsync(site.Source(Clock))).Email?.Reveal());
    }

    [Fact]
    public async Task An_address_that_several_have_links_nobody()
    {
        await using var site = await FakeStarmind.StartAsync(5);
        foreach (var id in (long[])[1, 2, 3]) site.Person(id).Email = id == 2 ? "ANONYMOUS@example.com" : "anonymous@example.com";

        var people = await PeopleAsync(site.Source(Clock));
        Assert.Equal([4, 5], people.Where(one => one.Email is not null).Select(one => one.Person.Number));
    }

    [Theory]
    [InlineData("users/scores", "")]
    [InlineData("users/scores", "<html></html>")]
    [InlineData("users/scores", "{}")]
    [InlineData("users/scores", "[[]]")]
    [InlineData("users/scores", """[{"user_id":1,"points":""")]
    public async Task Scores_that_are_none_are_malformed(string path, string body)
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.On(path, Json(body));

        Assert.Equal(SourceFaultKind.Malformed, (await FaultAsync(site.Source(Clock)))?.Kind);
    }

    [Fact]
    public async Task Numbers_that_nobody_can_have_are_counted_and_passed_over()
    {
        await using var site = await FakeStarmind.StartAsync(4);
        site.Person(1).Points = -1;
        site.Person(2).Points = 100_000_001;
        site.Person(3).Level = -7;

        var page = Assert.IsType<SourceRead.Page>(Assert.Single(await site.Source(Clock).ReadAllAsync(Token).ToListAsync(Token)));
        Assert.Equal((4, 2), (page.Rows, page.Impossible));
        Assert.Equal([(3, null), (4, 5)], page.Standings.Select(one => (one.Person.Number, one.Honours.Level)));
    }
}
