using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>One poll from source to store: read, diff, rules, commit. Whatever goes wrong, the last snapshot stands.</summary>
public sealed class Poll(IReputationSource source, IPollStore store, MilestoneRules rules, TimeProvider time)
{
    /// <exception cref="OperationCanceledException">The token ended the poll; nothing was written.</exception>
    /// <exception cref="StoreException">Not even the failure could be written down.</exception>
    public async Task<PollRecord> RunAsync(IProgress<PollProgress>? progress, CancellationToken token)
    {
        var started = time.GetUtcNow();
        using var draft = await store.BeginAsync(source.Name, token);
        var count = new PollCount();

        if ((AnotherSite(draft) ?? await ReadAsync(draft, count, progress, token)) is { } fault)
        {
            var outcome = fault.Kind is SourceFaultKind.Incomplete ? PollOutcome.Incomplete : PollOutcome.Failed;
            var refused = Record(outcome, fault.Message, 0) with { Fault = fault };
            await store.RecordRefusedAsync(refused, token);
            return refused;
        }

        var reached = draft.IsFirst ? [] : draft.Changes.SelectMany(rules.Reached).ToList();
        var accepted = Record(PollOutcome.Complete, null, reached.Count);
        try
        {
            return accepted with { Milestones = await draft.CommitAsync(accepted, reached, token) };
        }
        catch (StoreException broken)
        {
            var failed = Record(PollOutcome.Failed, broken.Message, 0);
            await NoteAsync(failed, token);
            return failed;
        }

        PollRecord Record(PollOutcome outcome, string? reason, int milestones) =>
            new(source.Name, started, time.GetUtcNow(), outcome, reason, count.People, count.StatedTotal, count.Changed, milestones) { Site = source.Site };
    }

    // Numbers of one site say nothing about people of another: everybody with more points there would be celebrated.
    private SourceFault? AnotherSite(IPollDraft draft) => draft.Site is { } known && source.Site is { } polled && known != polled
        ? new(
            SourceFaultKind.WrongAddress,
            $"The source {source.Name} points to {polled} now, but its snapshot is of {known}. Give the new address a name of its own under Sources (it starts silently), or put the old one back.")
        : null;

    // One row may still find the room that a whole poll did not; if not, the caller knows the reason all the same.
    private async Task NoteAsync(PollRecord failed, CancellationToken token)
    {
        try
        {
            await store.RecordRefusedAsync(failed, token);
        }
        catch (StoreException)
        {
            // The same fault again.
        }
    }

    private async Task<SourceFault?> ReadAsync(IPollDraft draft, PollCount count, IProgress<PollProgress>? progress, CancellationToken token)
    {
        await foreach (var read in source.ReadAllAsync(token))
        {
            if (read is SourceRead.Failed failed) return failed.Fault;

            var page = (SourceRead.Page)read;
            foreach (var standing in page.Standings)
            {
                count.Add(draft.See(standing));
            }

            count.Add(page);
            progress?.Report(new PollProgress(count.Rows, count.StatedTotal));
        }

        return count.Judge();
    }
}
