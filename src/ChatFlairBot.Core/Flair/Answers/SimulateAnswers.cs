using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Answers <c>simulate</c>: what this channel would have heard, from what was really polled.</summary>
internal sealed class SimulateAnswers(FlairParts parts)
{
    public async Task<Card> AnswerAsync(FlairCommand.Simulate asked, FlairRequest request, CancellationToken token)
    {
        if (asked.Fault is { } fault) return Say.Notice("I can't simulate that", fault);
        var now = parts.Time.GetUtcNow();
        var since = now - TimeSpan.FromDays(asked.Days);
        var subscription = await parts.Subscriptions.OfAsync(request.Channel, token) is [var own, ..] ? own : new Subscription("", request.Channel, parts.Policy.Terms);
        if (asked.Wish is { } wish)
        {
            var faults = new List<string>();
            subscription = new WishToSubscription(parts).Apply(wish, wish.IsWhole ? new Subscription("", request.Channel, parts.Policy.Terms) : subscription, faults);
            if (faults.Count > 0) return Say.Notice("I can't simulate that", string.Join('\n', faults));
        }

        var rises = await parts.Store.History.RisesAsync(subscription.Sources.Count > 0 ? subscription.Sources : parts.Sources, since, token);
        var allowed = await parts.Consents.OfAsync([.. rises.Select(rise => rise.Person)], token);
        var known = await parts.Store.History.BeginsAtAsync(token);
        var days = known is { } begin && begin > since ? Math.Max(1, (int)Math.Ceiling((now - begin).TotalDays)) : asked.Days;
        if (asked.WantedPerWeek is { } wanted)
        {
            var suggested = Simulation.Suggest([.. rises.Where(rise => allowed[rise.Person] is Consent.Share)], wanted, TimeSpan.FromDays(days));
            return suggested.Thresholds.Count == 0
                ? Say.Notice("There is no history yet", "Nobody's score rose in that time, as far as I have seen.")
                : Say.Notice(
                    $"{string.Join(", ", suggested.Thresholds.Select(CardMaker.Number))}",
                    $"These thresholds would have made {Rate(suggested.PerWeek)} milestones a week over {Say.Counted(days, "day")}; you wanted {Rate(wanted)}. To use them: /flair subscribe at {string.Join(',', suggested.Thresholds)}");
        }

        var rules = asked.Thresholds.Count > 0 ? new MilestoneRules([new ReputationThresholdRule(asked.Thresholds)]) : parts.Rules;
        var result = Simulation.Run(rises, rules, Wants, subscription.Terms, now);
        return Card(result, days, asked.Thresholds.Count > 0 ? string.Join(", ", asked.Thresholds.Select(CardMaker.Number)) : "the thresholds in force");

        // With thresholds of their own the question is about those, not about what the channel asked for so far.
        bool Wants(PersonId person, Milestone milestone) => allowed[person] is Consent.Share
            && (asked.Thresholds.Count > 0 || subscription.Wants(new Announcement(0, milestone.Key, milestone.Height, now, new Standing(person, "", 0, null, null)) { Label = milestone.Label }));
    }

    private static Card Card(SimulationResult result, int days, string thresholds)
    {
        var title = $"{Say.Counted(result.Cards, "card")} and {Say.Counted(result.Digests, "digest")} in {Say.Counted(days, "day")}";
        var text = $"With {thresholds} and this channel's terms, from what was really polled: {Say.Counted(result.Milestones, "milestone")} of {Say.Counted(result.People, "person", "people")}.";
        return Say.Notice(title, text) with
        {
            Facts =
            [
                new("Lines in digests", CardMaker.Number(result.DigestLines)),
                new("Busiest day", result.Busiest is { } busiest ? $"{Day(busiest)}: {Say.Counted(busiest.Messages, "message")}" : "none"),
                new("Days with a message", CardMaker.Number(result.Days.Count)),
                new("Still waiting", CardMaker.Number(result.StillWaiting)),
            ],
            Rows = [.. result.Days.TakeLast(14).Select(day => new CardRow("", Day(day), $"{Say.Counted(day.Cards, "card")}{(day.Digests > 0 ? $", a digest of {Say.Counted(day.DigestLines, "line")}" : "")}"))],
        };
    }

    private static string Day(SimulatedDay day) => day.Day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Rate(double perWeek) => perWeek.ToString("0.##", CultureInfo.InvariantCulture);
}
