using System.Diagnostics;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Benchmarks.Polling;

/// <summary>A store that notes how long its commits take: the longest that a poll can keep other writers waiting.</summary>
internal sealed class TimedStore(IPollStore store) : IPollStore
{
    public TimeSpan LastCommit { get; private set; }

    public async Task<IPollDraft> BeginAsync(string source, CancellationToken token) => new Draft(this, await store.BeginAsync(source, token));

    public Task RecordRefusedAsync(PollRecord poll, CancellationToken token) => store.RecordRefusedAsync(poll, token);

    public Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token) => store.LastPollsAsync(token);

    private sealed class Draft(TimedStore owner, IPollDraft draft) : IPollDraft
    {
        public bool IsFirst => draft.IsFirst;

        public string? Site => draft.Site;

        public IEnumerable<StandingChange> Changes => draft.Changes;

        public Sighting See(Standing standing) => draft.See(standing);

        public async Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, CancellationToken token)
        {
            var started = Stopwatch.GetTimestamp();
            var recorded = await draft.CommitAsync(poll, milestones, token);
            owner.LastCommit = Stopwatch.GetElapsedTime(started);
            return recorded;
        }

        public void Dispose() => draft.Dispose();
    }
}
