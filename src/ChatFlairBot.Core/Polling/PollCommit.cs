using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>Accepts a poll; if the store refuses, the failure is written down if there is room for that much.</summary>
internal sealed class PollCommit(IPollStore store, MilestoneRules rules)
{
    public async Task<PollRecord> RunAsync(IPollDraft draft, PollRecord accepted, IReadOnlyList<ReachedMilestone> reached, CancellationToken token)
    {
        try
        {
            return accepted with { Milestones = await draft.CommitAsync(accepted, Silenced(draft, reached), rules.Crowd, token) };
        }
        catch (StoreException broken)
        {
            var failed = accepted with { Outcome = PollOutcome.Failed, Reason = broken.Message, Milestones = 0 };
            await NoteAsync(failed, token);
            return failed;
        }
    }

    // An older copy of the store would celebrate a second time what came after it.
    private static IReadOnlyList<ReachedMilestone> Silenced(IPollDraft draft, IReadOnlyList<ReachedMilestone> reached) =>
        draft.IsSeeding ? [.. reached.Select(one => one with { IsCelebrated = false })] : reached;

    // One row may still find the room that a whole poll did not; if not, the caller knows the reason all the same.
    private async Task NoteAsync(PollRecord failed, CancellationToken token)
    {
        try
        {
            await store.RecordRefusedAsync(failed, null, token);
        }
        catch (StoreException)
        {
            // The same fault again.
        }
    }
}
