using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers <c>why</c>, for a card or for a missing one, and takes cards back: <c>retract</c>, <c>correct</c>.</summary>
internal sealed class WhyAnswers(FlairParts parts, Identity identity, Colleagues colleagues)
{
    private const int MostEntries = 4;

    public async Task<Card> WhyAsync(FlairCommand.Why asked, bool isHere, FlairRequest request, CancellationToken token)
    {
        var own = (await identity.LinksAsync(request, token)).Select(link => link.Person).ToHashSet();
        // Values before and after are the person's own business, and of whoever looks after the bot.
        var showsValues = !isHere && parts.Policy.IsManager(request);
        if (asked.Card is { } card) return await OfCardAsync(Delivery.NumberOf(card), own, showsValues, isHere, token);
        if (asked.Who is { } who)
        {
            var fitting = await colleagues.FindAsync(who, request, token);
            return fitting.Colleagues is [var one]
                ? await OfPeopleAsync(one, own, showsValues, isHere, token)
                : Say.Notice(fitting.IsPrivate ? "They keep their milestones to themselves" : "Whom do you mean?", $"“{Echo.Of(who.Text)}” fits {(fitting.Colleagues.Count == 0 ? "nobody whose milestones you may see" : "several people")}. Write the whole name.");
        }

        if (own.Count > 0) return await OfPeopleAsync(new Colleague([.. own], request.Asker.Name), own, showsValues, isHere, token);
        return await OfCardAsync(await parts.Store.Ledger.LastDeliveryAsync(request.Channel, token), own, showsValues, isHere, token);
    }

    public async Task<Card> AmendAsync(string card, AmendmentKind kind, FlairRequest request, CancellationToken token)
    {
        if (!parts.Policy.IsManager(request)) return Say.ForManagers("To take a card back");
        if (Delivery.NumberOf(card) is not { } number || !await parts.Store.Deliveries.AmendAsync(number, kind, token)) return Say.Notice("There is no such card", $"Nothing that was sent is called “{Echo.Of(card)}”. /flair why tells a card's key.");
        return kind is AmendmentKind.Retract
            ? Say.Notice("It is taken back", "The card disappears in a moment, where the chat allows it. The milestone stays in the ledger and is never celebrated again.")
            : Say.Notice("It is put right", "The card shows the name and the numbers of now in a moment, where the chat allows it.");
    }

    private async Task<Card> OfPeopleAsync(Colleague colleague, HashSet<PersonId> own, bool showsValues, bool isHere, CancellationToken token)
    {
        var entries = new List<LedgerEntry>();
        foreach (var person in colleague.People) entries.AddRange(await parts.Store.Ledger.OfPersonAsync(person, MostEntries, token));
        var isOwn = colleague.People.Any(own.Contains) && !isHere;
        var blocked = await BlockedAsync(colleague, token);
        return entries.Count == 0
            ? Say.Notice($"No milestone of {Echo.Of(colleague.Name)} yet", $"Whatever they had when I first saw them, or when a rule was new, was learned silently. {await NextAsync(colleague, token)} {blocked}".Trim())
            : Tell($"Milestones of {Echo.Of(colleague.Name)}", entries.OrderByDescending(one => one.PolledAt).Take(MostEntries), isOwn || showsValues, blocked);
    }

    private async Task<Card> OfCardAsync(long? delivery, HashSet<PersonId> own, bool showsValues, bool isHere, CancellationToken token)
    {
        var entries = delivery is { } number ? await parts.Store.Ledger.OfDeliveryAsync(number, token) : [];
        var allowed = await parts.Consents.OfAsync([.. entries.Select(one => one.Person)], token);
        var shown = entries.Where(one => own.Contains(one.Person) || allowed[one.Person] is Consent.Share).ToList();
        if (shown.Count == 0) return Say.Notice("I know of no such card", "Either nothing was posted here yet, or it is none of mine. /flair why @name tells about a person's milestones.");
        var isOwn = !isHere && shown.All(one => own.Contains(one.Person));
        return Tell(shown.Count == 1 ? "Why this card" : $"Why this digest of {shown.Count}", shown.Take(MostEntries), isOwn || showsValues, "");
    }

    private Card Tell(string title, IEnumerable<LedgerEntry> entries, bool showsValues, string more)
    {
        var rows = new List<CardRow>();
        foreach (var entry in entries)
        {
            var values = showsValues && entry.ScoreAfter > 0 ? $"{CardMaker.Number(entry.ScoreBefore)} before, {CardMaker.Number(entry.ScoreAfter)} after; seen by the poll of {Say.At(entry.PolledAt)}; " : "";
            rows.Add(new CardRow("", MilestoneWords.Noun(entry.Key, entry.Label), $"{parts.Cards.Title(entry.Person.Source)}; {values}rule {entry.Rule.Name} v{entry.Rule.Version}"));
            if (!entry.IsCelebrated) rows.Add(new CardRow("–", "not celebrated", "A higher one was reached at the same time, or it was learned silently."));
            else if (entry.Deliveries.Count == 0) rows.Add(new CardRow("–", "no channel", "No channel was subscribed when it was reached."));
            rows.AddRange(entry.Deliveries.Take(6).Select(one => new CardRow("→", one.Channel.Member is null ? one.Channel.Channel : "in private", State(one))));
        }

        return Say.Notice(title, more.Length > 0 ? more : "What was seen, which rule found it, and what became of it in each channel.") with { Rows = rows };
    }

    private static string State(DeliveryTrace one) => one.State switch
    {
        DeliveryState.Sent => $"posted as {one.Key}{(one.SettledAt is { } at ? $" on {Say.At(at)}" : "")}, {Say.Counted(one.Attempts, "attempt")}, message {Echo.Of(one.MessageId ?? "?")}",
        DeliveryState.Folded => $"a line of a digest{(one.SettledAt is { } at ? $" of {Say.At(at)}" : "")}. {one.Reason}".TrimEnd(),
        DeliveryState.Waiting => $"waits until {Say.At(one.DueAt)}: quiet hours, the day's budget, or a digest. {one.Reason}".TrimEnd(),
        DeliveryState.Dropped => $"not told: {one.Reason}",
        DeliveryState.Parked => $"parked after {Say.Counted(one.Attempts, "attempt")}: {one.Reason}",
        DeliveryState.Retracted => "was taken back",
        _ => $"on its way, {Say.Counted(one.Attempts, "attempt")}. {one.Reason}".TrimEnd(),
    };

    private async Task<string> NextAsync(Colleague colleague, CancellationToken token)
    {
        foreach (var person in colleague.People)
        {
            if (await parts.Store.People.FindAsync(person, token) is { } known && parts.Rules.NextAbove(known.Standing.Score) is { } next) return $"The next one is {CardMaker.Number(next)} on {parts.Cards.Title(person.Source)}.";
        }

        return "";
    }

    private async Task<string> BlockedAsync(Colleague colleague, CancellationToken token)
    {
        var held = (await parts.Store.Quarantine.ListAsync(token)).Where(one => colleague.People.Any(person => person.Source.Equals(one.Poll.Source, StringComparison.OrdinalIgnoreCase))).ToList();
        var wishes = await parts.Consents.OfAsync(colleague.People, token);
        var consent = wishes.Values.Any(wish => wish is not Consent.Share) ? "They do not want to be celebrated in channels. " : "";
        return consent + string.Join(' ', held.Select(one => $"The last poll of {parts.Cards.Title(one.Poll.Source)} is held back: what it saw does not count until a manager decides."));
    }
}
