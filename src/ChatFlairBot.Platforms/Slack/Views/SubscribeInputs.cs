using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The fields of the form, filled with what a channel hears.</summary>
/// <param name="one">What it hears.</param>
/// <param name="sources">All that are watched.</param>
internal sealed class SubscribeInputs(Subscription one, IReadOnlyList<(string Name, string Title)> sources)
{
    private static readonly IReadOnlyList<Choice> Paces =
    [
        new(nameof(Pace.Immediately), "Immediately", "A card for each, as soon as the channel is open"),
        new(nameof(Pace.Daily), "A digest a day", "All that came together, in one message"),
        new(nameof(Pace.Weekly), "A digest a week", "All that came together, in one message"),
    ];

    private static readonly IReadOnlyList<Choice> Days = [.. SubscribeBlocks.Week.Select(day => new Choice(day.ToString(), day.ToString()))];

    public IEnumerable<JsonObject> What()
    {
        if (Sources() is { } platforms) yield return platforms;
        yield return Kit.Input(SubscribeBlocks.Kinds, "Milestones", Choices.Checkboxes(SubscribeBlocks.Kinds, KindChoices.All, IsHeardOf));
        yield return Kit.Input(
            SubscribeBlocks.AtLeast,
            "Reputation from",
            Entries.Number(SubscribeBlocks.AtLeast, 0, 100_000_000, one.AtLeast),
            "Points; 0 for every milestone of reputation.",
            isOptional: true);
        yield return Kit.Input(
            SubscribeBlocks.Thresholds,
            "Only at exactly these points",
            Entries.Words(SubscribeBlocks.Thresholds, string.Join(", ", one.Thresholds), "1000, 5000", 300),
            "At most 20, separated by commas. Empty for the usual ones.",
            isOptional: true);
        yield return Kit.Input(
            SubscribeBlocks.Groups,
            "Only people of these departments or groups",
            Entries.Words(SubscribeBlocks.Groups, string.Join('\n', one.Groups.Select(group => SlackText.Line(group, SlackLimits.Header))), "Platform Team", 2_000, isLong: true),
            "One a line. Empty for everybody.",
            isOptional: true);
    }

    public IEnumerable<JsonObject> When()
    {
        var (terms, hours) = (one.Terms, one.Terms.Hours);
        var (from, until) = Quiet(hours.Quiet);
        yield return Kit.Input(SubscribeBlocks.Pace, "How often", Choices.Radio(SubscribeBlocks.Pace, Paces, terms.Pace.ToString()));
        yield return Kit.Input(SubscribeBlocks.DigestAt, "Time of a digest", Entries.Time(SubscribeBlocks.DigestAt, "Choose a time", terms.DigestAt), isOptional: true);
        yield return Kit.Input(
            SubscribeBlocks.DigestOn, "Day of a weekly digest", Choices.Select(SubscribeBlocks.DigestOn, Days, terms.DigestOn.ToString()), isOptional: true);
        yield return Kit.Input(SubscribeBlocks.QuietFrom, "Quiet from", Entries.Time(SubscribeBlocks.QuietFrom, "Choose a time", from), isOptional: true);
        yield return Kit.Input(
            SubscribeBlocks.QuietUntil,
            "Quiet until",
            Entries.Time(SubscribeBlocks.QuietUntil, "Choose a time", until),
            "What happens meanwhile is told afterwards. Leave both empty for no quiet hours.",
            isOptional: true);
        yield return Kit.Input(SubscribeBlocks.Days, "Days", Choices.Checkboxes(SubscribeBlocks.Days, Days, IsWorkingDay));
        yield return Kit.Input(
            SubscribeBlocks.Zone,
            "Time zone",
            Entries.Words(SubscribeBlocks.Zone, hours.Zone.Id, "Europe/Berlin", 100),
            "All times above are of this zone. Write an IANA name such as Europe/Berlin or America/New_York.");
        yield return Kit.Input(
            SubscribeBlocks.CardsPerDay,
            "Messages a day at most",
            Entries.Number(SubscribeBlocks.CardsPerDay, 0, 1_000, terms.CardsPerDay),
            "The rarest milestones get a card, the rest one digest. 0 for no limit.");
    }

    private bool IsHeardOf(Choice kind) => one.Kinds.Count == 0 || one.Kinds.Contains(kind.Value, StringComparer.OrdinalIgnoreCase);

    private bool IsWorkingDay(Choice day) => one.Terms.Hours.WorkingDays is var days && (days.Count == 0 || days.Contains(Enum.Parse<DayOfWeek>(day.Value)));

    private static (TimeOnly? From, TimeOnly? Until) Quiet(QuietHours? quiet) => quiet is { } some && some.From != some.Until ? (some.From, some.Until) : (null, null);

    // A list has at least one option, and where a hundred do not hold all, all is what nobody chose from.
    private JsonObject? Sources()
    {
        var choices = sources.Where(source => source.Name.Length is > 0 and <= SlackLimits.Label).Take(SlackLimits.Options).Select(source => new Choice(source.Name, source.Title)).ToList();
        if (choices.Count == 0) return null;
        var isAll = one.Sources.Count == 0;
        var menu = Choices.Menu(SubscribeBlocks.Sources, "All platforms", choices, IsChosen);
        return Kit.Input(SubscribeBlocks.Sources, "Platforms", menu, sources.Count == 1 ? null : $"I watch {CardMaker.Number(sources.Count)}. None chosen means all.", isOptional: true);

        bool IsChosen(Choice source) => isAll ? choices.Count == sources.Count : one.Sources.Contains(source.Value, StringComparer.OrdinalIgnoreCase);
    }
}
