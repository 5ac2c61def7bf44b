using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers about what can be believed: <c>quarantine</c> and <c>status</c>.</summary>
internal sealed class TrustAnswers(FlairParts parts)
{
    public async Task<Card> QuarantineAsync(FlairCommand.Quarantine asked, FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("What is held back");
        var held = await parts.Store.Quarantine.ListAsync(token);
        if (held.Count == 0) return Say.Notice("Nothing is held back", "Every poll looked right.");
        if (asked.Source is { } wanted) held = [.. held.Where(one => one.Poll.Source.Equals(parts.SourceCalled(wanted) ?? wanted, StringComparison.OrdinalIgnoreCase))];
        if (held.Count == 0) return Say.Notice("Nothing of that is held back", $"“{Echo.Of(asked.Source!)}” is no platform with a held poll. /flair quarantine lists them.");
        if (asked.Act is QuarantineAct.List) return List(held);
        if (held.Count > 1) return List(held) with { Title = "Which of them?", Text = $"Name the platform: /flair quarantine {Lower(asked.Act)} {held[0].Poll.Source}" };
        return asked.Act is QuarantineAct.Show ? Show(held[0]) : await DecideAsync(held[0], asked.Act, request, token);
    }

    public async Task<Card> StatusAsync(CancellationToken token)
    {
        var people = await parts.Store.People.CountAsync(token);
        var last = await parts.Store.Polls.LastPollsAsync(token);
        var rows = parts.Sources.Select(source =>
        {
            var poll = last.FirstOrDefault(one => one.Source.Equals(source, StringComparison.OrdinalIgnoreCase));
            return new CardRow(poll?.Outcome is PollOutcome.Complete ? "✓" : "!", parts.Cards.Title(source), $"{Say.Counted(people.GetValueOrDefault(source), "person", "people")}; {Last(poll)}");
        });
        var counts = await parts.Store.Deliveries.CountAsync(token);
        var isFine = last.All(one => one.Outcome is PollOutcome.Complete);
        return Say.Notice(isFine ? "All is well" : "Something needs attention", isFine ? "Every platform was read the last time it was asked." : "The last snapshot stands wherever a poll failed; managers were told if somebody has to act.") with
        {
            Rows = [.. rows],
            Facts = [.. Enum.GetValues<DeliveryState>().Where(counts.ContainsKey).Select(state => new CardFact(state.ToString(), CardMaker.Number(counts[state])))],
        };
    }

    private async Task<Card> DecideAsync(HeldPoll held, QuarantineAct act, FlairRequest request, CancellationToken token)
    {
        var isRelease = act is QuarantineAct.Release;
        await parts.Store.Quarantine.DecideAsync(held.Poll.Source, isRelease ? HeldWish.Release : HeldWish.Discard, Echo.Of(request.Asker.Name), token);
        return isRelease
            ? Say.Notice("Released", $"The poll of {parts.Cards.Title(held.Poll.Source)} counts in a moment, as if it had come now: {Say.Counted(held.Poll.Milestones, "milestone")}.")
            : Say.Notice("Discarded", $"The poll of {parts.Cards.Title(held.Poll.Source)} is forgotten. The next one is judged anew.");
    }

    private Card List(IReadOnlyList<HeldPoll> held) => Say.Notice("Held back", "To look closer: /flair quarantine show. If it is true after all: release; if it is false: discard.") with
    {
        Rows = [.. held.Select(one => new CardRow("", parts.Cards.Title(one.Poll.Source), $"{Say.At(one.Poll.StartedAt)}: {(one.Reasons is [var reason, ..] ? reason : "")}{Decided(one)}"))],
    };

    private Card Show(HeldPoll held) => Say.Notice($"The held poll of {parts.Cards.Title(held.Poll.Source)}", string.Join('\n', held.Reasons) + Decided(held)) with
    {
        Facts =
        [
            new("Polled", Say.At(held.Poll.StartedAt)),
            new("People", CardMaker.Number(held.Poll.People)),
            new("Stated total", held.Poll.StatedTotal is { } total ? CardMaker.Number(total) : "not told"),
            new("Would change", CardMaker.Number(held.Changes)),
            new("Milestones", CardMaker.Number(held.Poll.Milestones)),
        ],
    };

    private static string Decided(HeldPoll held) => held.Wish is { } wish ? $" ({wish} was decided by {held.WishedBy}.)" : "";

    private static string Last(PollRecord? poll) => poll switch
    {
        null => "never polled",
        { Outcome: PollOutcome.Complete } => $"read {Say.At(poll.StartedAt)}",
        { Outcome: PollOutcome.Quarantined } => $"held back {Say.At(poll.StartedAt)}: /flair quarantine",
        _ => $"{Lower(poll.Outcome)} {Say.At(poll.StartedAt)}: {poll.Reason}",
    };

#pragma warning disable CA1308 // For people to read.
    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
