using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.Starmind;

/// <summary>What can be told of a token, and of what somebody knows.</summary>
public sealed class StarmindSightTests : StarmindTest
{
    [Fact]
    public async Task A_token_is_described_in_one_line()
    {
        await using var site = await FakeStarmind.StartAsync(250);

        var sight = await LookAsync(site);

        Assert.Equal("answers; the token belongs to Flair Bot; sees 250 people, points, levels, e-mail, know-how; does not see badges; when it ends is not told", $"{sight.Value}");
        Assert.Empty(sight.Value!.Warnings);
        Assert.InRange(site.Requests.Count, 1, 8);
    }

    [Fact]
    public async Task What_it_cannot_see_is_said_and_refuses_nothing()
    {
        await using var site = await FakeStarmind.StartAsync(250);
        (site.HasKnowHow, site.HasExpertise) = (false, false);
        for (var id = 1; id <= 25; id++) site.Person(id).Email = "anonymised";

        Assert.Equal("answers; the token belongs to Flair Bot; sees 250 people, points, levels; does not see badges, e-mail, know-how; when it ends is not told", $"{(await LookAsync(site)).Value}");
    }

    [Fact]
    public async Task More_rights_than_needed_are_warned_of()
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.Roles = ["user", "user_admin", "user_statistics_admin"];

        Assert.Contains("user_admin", Assert.Single((await LookAsync(site)).Value!.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_game_that_is_off_is_told_here_too()
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.Settings = (false, true, false);

        Assert.Equal(SourceFaultKind.Withheld, (await LookAsync(site)).Fault?.Kind);
    }

    [Fact]
    public async Task What_somebody_agreed_to_be_known_for_comes_before_what_the_platform_thinks()
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.Person(1).KnowHow = [("Shell", 0.2, true), ("Caching", 0.9, true), ("Salaries", 1, false), ("Build\nSystems", 0.5, true)];

        Assert.Equal(["Caching", "Build Systems", "Shell"], await KnowsAsync(site, 1));
        Assert.Equal(["/api/v1/users/1/tag-labels/know-how"], site.Requests);
    }

    [Fact]
    public async Task Where_know_how_is_gone_the_platforms_own_surest_guesses_stand_in_and_where_both_are_gone_nothing()
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.HasKnowHow = false;
        Assert.Equal(["Build Systems", "Release Engineering"], await KnowsAsync(site, 1));

        site.HasExpertise = false;
        var source = site.Source(Clock);
        using var owned = source as IDisposable;
        site.Requests.Clear();
        for (var person = 1; person <= 3; person++) Assert.Empty((await ((IExpertiseSource)source).ReadExpertiseAsync(person, Token)).Value!);
        Assert.Equal(2, site.Requests.Count);

        site.HasKnowHow = true;
        site.Person(1).KnowHow = [("Caching", 1, true)];
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["Caching"], (await ((IExpertiseSource)source).ReadExpertiseAsync(1, Token)).Value!);
    }

    private async Task<SourceAnswer<SourceSight>> LookAsync(FakeStarmind site)
    {
        var source = site.Source(Clock);
        using var owned = source as IDisposable;
        return await ((ISourceProbe)source).LookAsync(Token);
    }

    private async Task<IReadOnlyList<string>?> KnowsAsync(FakeStarmind site, long number)
    {
        var source = site.Source(Clock);
        using var owned = source as IDisposable;
        return (await ((IExpertiseSource)source).ReadExpertiseAsync(number, Token)).Value;
    }
}
