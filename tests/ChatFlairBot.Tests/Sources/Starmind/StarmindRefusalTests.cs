using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Starmind;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.Starmind;

/// <summary>Networks that have nothing to celebrate, or do not allow it, or do not know the token.</summary>
public sealed class StarmindRefusalTests : StarmindTest
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_network_without_a_game_has_nothing_to_celebrate(bool isOn, bool isShown)
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.Settings = (isOn, isShown, false);

        var fault = await FaultAsync(site.Source(Clock));

        Assert.Equal(SourceFaultKind.Withheld, fault?.Kind);
        Assert.DoesNotContain("/api/v1/users/scores", site.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_game_that_was_switched_off_since_morning_is_told_from_a_refusal_whatever_its_status_is(int status)
    {
        await using var site = await FakeStarmind.StartAsync(3);
        var source = site.Source(Clock);
        await PeopleAsync(source);
        site.On("users/scores", Status(status));
        Assert.NotEqual(SourceFaultKind.Withheld, (await FaultAsync(source))?.Kind);

        site.Settings = (false, true, false);
        Assert.Equal(SourceFaultKind.Withheld, (await FaultAsync(source))?.Kind);
    }

    [Fact]
    public async Task A_list_of_nobodys_points_is_a_game_that_is_off_and_one_person_without_is_passed_over()
    {
        await using var site = await FakeStarmind.StartAsync(2);
        site.Person(1).Points = null;
        Assert.Equal(2, Assert.Single(await PeopleAsync(site.Source(Clock))).Person.Number);

        site.Person(2).Points = null;
        Assert.Equal(SourceFaultKind.Withheld, (await FaultAsync(site.Source(Clock)))?.Kind);
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, null, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    public async Task Where_people_have_to_agree_nobody_is_read_unless_only_those_who_said_so_are_shown(bool hasToAgree, bool? optIn, bool isRead)
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.Settings = (true, true, hasToAgree);

        var fault = await FaultAsync(site.Source(Clock, new StarmindOptions { OptIn = optIn }));

        Assert.Equal(isRead ? null : SourceFaultKind.Withheld, fault?.Kind);
        if (!isRead) Assert.Contains("Sources:minds:OptIn", fault!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, null, false)]
    [InlineData(403, false, true)]
    [InlineData(403, true, true)]
    [InlineData(404, null, true)]
    [InlineData(410, null, true)]
    public async Task Where_it_cannot_be_seen_whether_people_have_to_agree_somebody_has_to_say(int status, bool? optIn, bool isRead)
    {
        await using var site = await FakeStarmind.StartAsync(3);
        site.On("settings/gdpr", Status(status));

        Assert.Equal(isRead ? null : SourceFaultKind.Withheld, (await FaultAsync(site.Source(Clock, new StarmindOptions { OptIn = optIn })))?.Kind);
    }

    [Fact]
    public async Task A_refused_token_says_how_a_new_one_is_made()
    {
        await using var site = await FakeStarmind.StartAsync(3);

        var fault = await FaultAsync(site.Source(Clock, new StarmindOptions { Token = "of-last-year" }));

        Assert.Equal(SourceFaultKind.Unauthorized, fault?.Kind);
        Assert.Contains("https://help.starmind.com/docs/api-authentication", fault?.Renewal, StringComparison.Ordinal);
        Assert.DoesNotContain("of-last-year", $"{fault}", StringComparison.Ordinal);
    }
}
