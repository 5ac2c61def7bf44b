using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Sources.StackOverflow;

/// <summary>A large site under the documented limits, on a manual clock: nothing is refused, and nothing is waited for in vain.</summary>
public sealed class StackOverflowThrottleTests
{
    private const int People = 100_000;
    private const int Requests = People / 100;

    private readonly ManualClock _clock = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(59) };

    [Theory]
    // A full bucket: only the burst of 50 in 2 s holds it up. 19 times 2 s is the least that a thousand requests can take.
    [InlineData(5_000, 38, 1.0)]
    // A bucket that others emptied: 300 now, 100 more each minute. 7 minutes is the least; five calls are left to whoever shares the token.
    [InlineData(300, 420, 1.14)]
    public async Task A_hundred_thousand_people_are_read_without_a_refusal_and_as_fast_as_the_limits_allow(int bucket, int least, double most)
    {
        var rules = new TeamRules(_clock, bucket) { People = ApiPerson.Crowd(People) };
        await using var site = await FakeStackTeams.StartAsync(new() { [""] = rules });
        var source = site.Source(_clock, options => options.Experts = options.Groups = false);
        using var owned = source as IDisposable;

        var seen = 0;
        await foreach (var read in source.ReadAllAsync(TestContext.Current.CancellationToken)) seen += Assert.IsType<SourceRead.Page>(read).Standings.Count;

        var took = (_clock.GetUtcNow() - ManualClock.Start).TotalSeconds;
        Assert.Equal((People, Requests, 0), (seen, site.Requests.Count, rules.Throttled));
        Assert.Equal((least, most), (least, Math.Round(took / least, 2)));
    }
}
