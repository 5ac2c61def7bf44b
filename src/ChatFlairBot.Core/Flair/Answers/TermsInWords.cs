using System.Globalization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Flair.Answers;

/// <summary>Puts a subscription into facts that a manager reads at a glance.</summary>
internal static class TermsInWords
{
    public static IReadOnlyList<CardFact> Facts(Subscription one, Func<string, string> title)
    {
        var (terms, hours) = (one.Terms, one.Terms.Hours);
        return
        [
            new("Platforms", one.Sources.Count == 0 ? "all" : string.Join(", ", one.Sources.Select(title))),
            new("People", one.Groups.Count == 0 ? "everybody" : $"of {string.Join(", ", one.Groups.Select(group => Echo.Of(group)))}"),
            new("Milestones", Milestones(one)),
            new("How often", Pace(terms)),
            new("Quiet hours", hours.Quiet is { } quiet && quiet.From != quiet.Until ? $"{Time(quiet.From)}–{Time(quiet.Until)}" : "none"),
            new("Days", hours.WorkingDays.Count is 0 or 7 ? "every day" : string.Join(", ", Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7).Where(hours.WorkingDays.Contains).Select(day => day.ToString()[..3]))),
            new("Time zone", hours.Zone.Id),
            new("At most", terms.CardsPerDay == 0 ? "no limit" : Say.Counted(terms.CardsPerDay, "message") + " a day"),
        ];
    }

    private static string Milestones(Subscription one)
    {
        var kinds = one.Kinds.Count == 0 ? "all kinds" : string.Join(", ", one.Kinds);
        if (one.Thresholds.Count > 0) return $"{kinds}; of reputation {string.Join(", ", one.Thresholds.Select(CardMaker.Number))}";
        return one.AtLeast > 0 ? $"{kinds}; reputation from {CardMaker.Number(one.AtLeast)}" : kinds;
    }

    private static string Pace(Terms terms) => terms.Pace switch
    {
        Core.Announcing.Pace.Daily => $"a digest a day at {Time(terms.DigestAt)}",
        Core.Announcing.Pace.Weekly => $"a digest a week, {terms.DigestOn} at {Time(terms.DigestAt)}",
        _ => "immediately",
    };

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
