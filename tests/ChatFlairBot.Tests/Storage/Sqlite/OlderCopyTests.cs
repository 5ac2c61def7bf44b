using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Storage.Sqlite;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Storage.Sqlite;

/// <summary>A backup that is put back must not have everything since then celebrated a second time.</summary>
public sealed class OlderCopyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly FakeSource _source = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_after_the_copy_is_learned_silently_and_the_next_rise_is_celebrated()
    {
        await PollAsync(90);
        File.Copy(_folder.Database, _folder.File("copy.db"));
        Assert.Equal((1, false), await PollAsync(110));
        File.Copy(_folder.File("copy.db"), _folder.Database, overwrite: true);

        Assert.Equal((0, true), await PollAsync(120));
        Assert.Equal((1, false), await PollAsync(510));
    }

    public void Dispose() => _folder.Dispose();

    /// <returns>The milestones to be announced, and whether the store noticed.</returns>
    private async Task<(int Pending, bool IsOlderCopy)> PollAsync(long score)
    {
        _source.Set(7, score);
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var store = SqliteStore.Open(new SqliteOptions(_folder.Database));
        var before = (await store.Deliveries.PendingAsync(10, Token)).Count;
        await new Poll(_source, store.Polls, new PollPolicy(new MilestoneRules([new ReputationThresholdRule([100, 500])]), new GuardLimits(), []), _clock).RunAsync(null, Token);
        return ((await store.Deliveries.PendingAsync(10, Token)).Count - before, store.IsOlderCopy);
    }
}
