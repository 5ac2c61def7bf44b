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

    public Task RecordRefusedAsync(PollRecord poll, TroubleNotice? notice, CancellationToken token) => store.RecordRefusedAsync(poll, notice, token);

    public Task<IReadOnlyList<PollRecord>> LastPollsAsync(CancellationToken token) => store.LastPollsAsync(token);

    private sealed class Draft(TimedStore owner, IPollDraft draft) : IPollDraft
    {
        public bool IsFirst => draft.IsFirst;

        public bool IsSeeding => draft.IsSeeding;

        public string? Site => draft.Site;

        public long Known => draft.Known;

        public PollRecord? LastAccepted => draft.LastAccepted;

        public IEnumerable<StandingChange> Changes => draft.Changes;

        public Sighting See(Standing standing) => draft.See(standing);

        public IReadOnlyList<long> Unseen(int most) => draft.Unseen(most);

        public Task HoldAsync(PollRecord poll, IReadOnlyList<string> reasons, TroubleNotice notice, CancellationToken token) => draft.HoldAsync(poll, reasons, notice, token);

        public async Task<int> CommitAsync(PollRecord poll, IReadOnlyList<ReachedMilestone> milestones, IReadOnlyList<ICrowdRule> rules, CancellationToken token)
        {
            var started = Stopwatch.GetTimestamp();
            var recorded = await draft.CommitAsync(poll, milestones, rules, token);
            owner.LastCommit = Stopwatch.GetElapsedTime(started);
            return recorded;
        }

        public void Dispose() => draft.Dispose();
    }
}
