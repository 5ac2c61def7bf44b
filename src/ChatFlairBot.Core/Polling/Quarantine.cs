using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>Carries out what was decided about held polls. Runs where the polls run, so that no poll is under way meanwhile.</summary>
public sealed class Quarantine(IPollStore polls, IQuarantineStore store, MilestoneRules rules, TimeProvider time)
{
    /// <summary>Carries out all decisions about one source, or about every source when none is named.</summary>
    /// <returns>Each decision with the poll as it ended; a discarded one as it was.</returns>
    /// <exception cref="StoreException">The store cannot be used; the decisions wait.</exception>
    public async Task<IReadOnlyList<(HeldPoll Held, PollRecord Poll)>> CarryOutAsync(string? source, CancellationToken token)
    {
        var carriedOut = new List<(HeldPoll, PollRecord)>();
        foreach (var held in await store.ListAsync(token))
        {
            if (held.Wish is null || (source is not null && !held.Poll.Source.Equals(source, StringComparison.OrdinalIgnoreCase))) continue;
            if (held.Wish is HeldWish.Discard)
            {
                await store.DropAsync(held, token);
                carriedOut.Add((held, held.Poll));
            }
            else if (await ReleaseAsync(held, token) is { } poll)
            {
                carriedOut.Add((held, poll));
            }
        }

        return carriedOut;
    }

    private async Task<PollRecord?> ReleaseAsync(HeldPoll held, CancellationToken token)
    {
        using var draft = await store.ReopenAsync(held, token);
        if (draft is null) return null;
        var reached = draft.IsFirst ? [] : draft.Changes.SelectMany(rules.Reached).ToList();
        var accepted = held.Poll with
        {
            Outcome = PollOutcome.Complete, Reason = $"Released by {held.WishedBy}.", FinishedAt = time.GetUtcNow(), Milestones = reached.Count,
        };
        return await new PollCommit(polls, rules).RunAsync(draft, accepted, reached, token);
    }
}
