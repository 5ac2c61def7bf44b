using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>Reads a source into a draft, and whoever was missed because the list shifted meanwhile.</summary>
internal sealed class PollReading(IReputationSource source)
{
    /// <summary>More are not missed by a shift but by a fault, and one request for each of them would be a burden.</summary>
    private const int MostAskedAgain = 20;

    public async Task<SourceFault?> ReadAsync(IPollDraft draft, PollCount count, IProgress<PollProgress>? progress, CancellationToken token)
    {
        await foreach (var read in source.ReadAllAsync(token))
        {
            if (read is SourceRead.Failed failed) return failed.Fault;

            var page = (SourceRead.Page)read;
            foreach (var standing in page.Standings) count.Add(draft.See(standing));
            count.Add(page);
            progress?.Report(new PollProgress(count.Rows, count.StatedTotal));
        }

        if (count.Judge() is { } fault) return fault;
        if (count.Repeated > 0) await AskAgainAsync(draft, count, token);
        return null;
    }

    // Whoever rises while the list is read moves to a page that was read before and is missed: the very people whom a milestone
    // waits for. Pages say nothing of where they went, but each can be asked for.
    private async Task AskAgainAsync(IPollDraft draft, PollCount count, CancellationToken token)
    {
        var missed = draft.Unseen(MostAskedAgain + 1);
        if (missed.Count > MostAskedAgain) return;
        foreach (var number in missed)
        {
            var answer = await source.ReadOneAsync(number, token);
            if (answer.Value is { } standing) count.Add(draft.See(standing));
            // Gone is gone; with anything else the platform has enough of us, and they stay unknown until the next poll.
            else if (answer.Fault?.Kind is not SourceFaultKind.UnknownPerson) return;
        }
    }
}
