using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.StackOverflow;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackOverflow;

/// <summary>What <c>check</c> tells of a token.</summary>
public sealed class StackOverflowSightTests
{
    private readonly ManualClock _clock = new();
    private readonly List<ApiPerson> _people = [new(1, "Ada", 900) { Email = "ada@example.com" }, new(2, "Bo", 90) { Email = "bo@example.com" }];

    [Fact]
    public async Task A_members_token_sees_no_addresses_and_nothing_is_wrong_with_that()
    {
        var sight = await LookAsync(new TeamRules(_clock) { People = _people });

        Assert.Equal("answers; the token belongs to Ada (Moderator); sees 2 people; does not see e-mail, badges, experts, levels; when it ends is not told", $"{sight.Value}");
        Assert.Empty(sight.Value!.Warnings);
    }

    [Fact]
    public async Task An_administrators_token_is_more_than_needed_and_experts_and_badges_are_told()
    {
        var rules = new TeamRules(_clock) { People = _people, IsAdmin = true };
        rules.Tags.Add((5, "kubernetes", [1], []));

        var sight = await LookAsync(rules, options => options.Experts = true, new ApiRules(_clock) { NeedsKey = true, People = _people });

        Assert.Contains("sees 2 people, e-mail, badges, experts; does not see levels", $"{sight.Value}", StringComparison.Ordinal);
        Assert.Contains("administrator", Assert.Single(sight.Value!.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", $"{sight.Value} {sight.Value.Warnings[0]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experts_that_are_switched_off_are_no_fault()
    {
        var sight = await LookAsync(new TeamRules(_clock) { People = _people, HasExperts = false }, options => options.Experts = true);

        Assert.Contains("experts", Assert.IsType<SourceSight>(sight.Value).Misses);
    }

    [Fact]
    public async Task A_refused_token_says_how_a_new_one_is_made()
    {
        var sight = await LookAsync(new TeamRules(_clock) { People = _people }, options => options.Token = "another");

        Assert.Equal(SourceFaultKind.Unauthorized, sight.Fault?.Kind);
        Assert.Contains("https://stackoverflowteams.help/", sight.Fault?.Renewal, StringComparison.Ordinal);
    }

    private async Task<SourceAnswer<SourceSight>> LookAsync(TeamRules rules, Action<StackOverflowOptions>? change = null, ApiRules? badges = null)
    {
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules }, badges);
        var source = site.Source(_clock, options =>
        {
            (options.Experts, options.Groups) = (false, false);
            if (badges is not null) (options.BadgesFrom, options.Key) = (site.BadgesAddress, ApiRules.Key);
            change?.Invoke(options);
        });
        using var owned = source as IDisposable;
        return await ((ISourceProbe)source).LookAsync(TestContext.Current.CancellationToken);
    }
}
