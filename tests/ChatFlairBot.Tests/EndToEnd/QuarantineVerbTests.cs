using ChatFlairBot.Core.Storing;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The quarantine from the command line, beside a running bot and without one.</summary>
public sealed class QuarantineVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_held_poll_is_listed_shown_and_released_in_another_process(bool isBotRunning)
    {
        await using var site = await FakeStackOverflow.StartAsync(_clock, [.. Enumerable.Range(1, 30).Select(id => new SamplePerson(id, $"Person {id}", 990))]);
        var bot = await BotRun.StartAsync(_folder, site, _clock);
        await bot.PollAsync();
        foreach (var person in site.Company.People) person.Reputation = 1_010;
        Assert.Equal(PollOutcome.Quarantined, (await bot.PollAsync()).Outcome);
        if (!isBotRunning) await bot.DisposeAsync();

        Assert.Contains("acme: polled", await RunAsync(site, "list"), StringComparison.Ordinal);
        Assert.Contains("30 milestones at once", await RunAsync(site, "show", "acme"), StringComparison.Ordinal);
        Assert.Contains(isBotRunning ? "The running bot carries it out" : "released, 30 milestones", await RunAsync(site, "release", "ACME"), StringComparison.Ordinal);
        if (isBotRunning)
        {
            await Patience.UntilAsync(async () => (await bot.Store.Deliveries.CountAsync(Token)).GetValueOrDefault(Core.Announcing.DeliveryState.Sent) >= 31 || Advance(), "30 cards and one notice are sent");
            await bot.DisposeAsync();
        }

        Assert.Contains("Nothing is held back", await RunAsync(site, "list"), StringComparison.Ordinal);
        Assert.Contains("milestones of 30 people", (await BotProcess.RunAsync(_folder.File(""), BotRun.Values(_folder.Database, site.Site.Address), "simulate", "1000", "last", "3650d")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private bool Advance()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        return false;
    }

    private async Task<string> RunAsync(FakeStackOverflow site, params string[] words)
    {
        var (exitCode, output) = await BotProcess.RunAsync(_folder.File(""), BotRun.Values(_folder.Database, site.Site.Address), ["quarantine", .. words]);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
