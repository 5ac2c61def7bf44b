using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>One poll from source to store: read, diff, guard, rules, commit. Whatever goes wrong, the last snapshot stands.</summary>
public sealed class Poll(IReputationSource source, IPollStore store, PollPolicy policy, TimeProvider time)
{
    private readonly Guard _guard = new(policy.Limits);
    private readonly PollReading _reading = new(source);

    /// <exception cref="OperationCanceledException">The token ended the poll; nothing was written.</exception>
    /// <exception cref="StoreException">Not even the failure could be written down.</exception>
    public async Task<PollRecord> RunAsync(IProgress<PollProgress>? progress, CancellationToken token)
    {
        var started = time.GetUtcNow();
        using var draft = await store.BeginAsync(source.Name, token);
        var count = new PollCount();

        if ((AnotherSite(draft) ?? await _reading.ReadAsync(draft, count, progress, token)) is { } fault)
        {
            var outcome = fault.Kind is SourceFaultKind.Incomplete ? PollOutcome.Incomplete : PollOutcome.Failed;
            var refused = Record(outcome, fault.Message, 0) with { Fault = fault, Absent = 0 };
            await store.RecordRefusedAsync(refused, PollNotices.Of(source, refused, policy.Managers), token);
            return refused;
        }

        var reached = draft.IsFirst ? [] : draft.Changes.SelectMany(policy.Rules.Reached).ToList();
        var reasons = _guard.Judge(Numbers(draft, count, reached, started));
        if (reasons.Count > 0 && !draft.IsFirst)
        {
            var held = Record(PollOutcome.Quarantined, string.Join(' ', reasons), reached.Count);
            await draft.HoldAsync(held, reasons, PollNotices.Held(source, reasons, policy.Managers), token);
            return held;
        }

        return await new PollCommit(store, policy.Rules).RunAsync(draft, Record(PollOutcome.Complete, null, reached.Count), reached, token);

        PollRecord Record(PollOutcome outcome, string? reason, int milestones) =>
            new(source.Name, started, time.GetUtcNow(), outcome, reason, count.People, count.StatedTotal, count.Changed, milestones)
            {
                Site = source.Site, Impossible = count.Impossible, Absent = draft.Known - count.KnownSeen - count.Hidden,
            };
    }

    // Numbers of one site say nothing about people of another: everybody with more points there would be celebrated.
    private SourceFault? AnotherSite(IPollDraft draft) => draft.Site is { } known && source.Site is { } polled && known != polled
        ? new(
            SourceFaultKind.WrongAddress,
            $"The source {source.Name} points to {polled} now, but its snapshot is of {known}. Give the new address a name of its own under Sources (it starts silently), or put the old one back.")
        : null;

    private static GuardNumbers Numbers(IPollDraft draft, PollCount count, List<ReachedMilestone> reached, DateTimeOffset now)
    {
        var last = draft.LastAccepted;
        var absentBefore = last?.Absent ?? 0;
        return new GuardNumbers
        {
            Known = draft.Known - absentBefore,
            People = count.People,
            Absent = Math.Max(0, draft.Known - count.KnownSeen - absentBefore),
            // A copy that only seeds celebrates nothing, however much lies between.
            Milestones = draft.IsSeeding ? 0 : reached.Count(one => one.IsCelebrated),
            Impossible = count.Impossible,
            ImpossibleBefore = last?.Impossible ?? 0,
            Since = last is null ? TimeSpan.Zero : now - last.FinishedAt,
        }.Of(draft.Changes);
    }
}
