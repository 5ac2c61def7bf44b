using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.StackExchange;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackExchange;

/// <summary>What <c>check</c> tells of a site.</summary>
public sealed class StackExchangeSightTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_public_site_needs_one_request_and_tells_the_quota()
    {
        var sight = await LookAsync(_ => { });

        Assert.Equal("answers; sees people, badges by number, 9,999 of 10,000 requests left today; does not see e-mail, levels, experts, know-how", $"{sight}");
        Assert.Empty(sight.Warnings);
    }

    [Fact]
    public async Task Without_a_key_it_says_how_to_get_more_requests() =>
        Assert.Contains("stackapps.com", Assert.Single((await LookAsync(options => options.Key = null)).Warnings), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_that_a_public_site_does_not_need_is_warned_of()
    {
        var sight = await LookAsync(options => options.Token = ApiRules.Token);

        Assert.StartsWith("answers; the token belongs to Ada; sees people", $"{sight}", StringComparison.Ordinal);
        Assert.EndsWith("when it ends is not told", $"{sight}", StringComparison.Ordinal);
        Assert.Contains("needs no token", Assert.Single(sight.Warnings), StringComparison.Ordinal);
    }

    private async Task<SourceSight> LookAsync(Action<StackExchangeOptions> change)
    {
        await using var site = await FakeStackApi.StartAsync(new ApiRules(_clock) { People = [new ApiPerson(1, "Ada", 900)], Scope = new() { ["site"] = "cooking" } });
        var source = site.Source(_clock, change);
        using var owned = source as IDisposable;
        var sight = await ((ISourceProbe)source).LookAsync(TestContext.Current.CancellationToken);
        Assert.Single(site.Requests);
        return sight.Value!;
    }
}
