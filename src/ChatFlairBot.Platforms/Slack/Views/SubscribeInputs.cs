using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair.Forms;
using ChatFlairBot.Platforms.Slack.Blocks;

namespace ChatFlairBot.Platforms.Slack.Views;

/// <summary>The fields of the form, filled with what a channel hears.</summary>
/// <param name="one">What it hears.</param>
/// <param name="sources">All that are watched.</param>
internal sealed class SubscribeInputs(Subscription one, IReadOnlyList<(string Name, string Title)> sources)
{
    public IEnumerable<JsonObject> What()
    {
        if (Sources() is { } platforms) yield return platforms;
        yield return Kit.Input(SubscribeFields.Kinds, "Milestones", Choices.Checkboxes(SubscribeFields.Kinds, FormChoices.Kinds, kind => FormChoices.HasKind(one, kind.Value)));
        yield return Kit.Input(
            SubscribeFields.AtLeast,
            "Reputation from",
            Entries.Number(SubscribeFields.AtLeast, 0, SubscribeFields.MostPoints, one.AtLeast),
            "Points; 0 for every milestone of reputation.",
            isOptional: true);
        yield return Kit.Input(
            SubscribeFields.Thresholds,
            "Only at exactly these points",
            Entries.Words(SubscribeFields.Thresholds, string.Join(", ", one.Thresholds), "1000, 5000", 300),
            "At most 20, separated by commas. Empty for the usual ones.",
            isOptional: true);
        yield return Kit.Input(
            SubscribeFields.Groups,
            "Only people of these departments or groups",
            Entries.Words(SubscribeFields.Groups, string.Join('\n', one.Groups.Select(group => SlackText.Line(group, SlackLimits.Header))), "Platform Team", 2_000, isLong: true),
            "One a line. Empty for everybody.",
            isOptional: true);
    }

    public IEnumerable<JsonObject> When()
    {
        var (terms, hours) = (one.Terms, one.Terms.Hours);
        var (from, until) = FormChoices.Quiet(one);
        yield return Kit.Input(SubscribeFields.Pace, "How often", Choices.Radio(SubscribeFields.Pace, FormChoices.Paces, terms.Pace.ToString()));
        yield return Kit.Input(SubscribeFields.DigestAt, "Time of a digest", Entries.Time(SubscribeFields.DigestAt, "Choose a time", terms.DigestAt), isOptional: true);
        yield return Kit.Input(
            SubscribeFields.DigestOn, "Day of a weekly digest", Choices.Select(SubscribeFields.DigestOn, FormChoices.Days, terms.DigestOn.ToString()), isOptional: true);
        yield return Kit.Input(SubscribeFields.QuietFrom, "Quiet from", Entries.Time(SubscribeFields.QuietFrom, "Choose a time", from), isOptional: true);
        yield return Kit.Input(
            SubscribeFields.QuietUntil,
            "Quiet until",
            Entries.Time(SubscribeFields.QuietUntil, "Choose a time", until),
            "What happens meanwhile is told afterwards. Leave both empty for no quiet hours.",
            isOptional: true);
        yield return Kit.Input(SubscribeFields.Days, "Days", Choices.Checkboxes(SubscribeFields.Days, FormChoices.Days, day => FormChoices.HasDay(one, day.Value)));
        yield return Kit.Input(
            SubscribeFields.Zone,
            "Time zone",
            Entries.Words(SubscribeFields.Zone, hours.Zone.Id, "Europe/Berlin", 100),
            "All times above are of this zone. Write an IANA name such as Europe/Berlin or America/New_York.");
        yield return Kit.Input(
            SubscribeFields.CardsPerDay,
            "Messages a day at most",
            Entries.Number(SubscribeFields.CardsPerDay, 0, SubscribeFields.MostCardsPerDay, terms.CardsPerDay),
            "The rarest milestones get a card, the rest one digest. 0 for no limit.");
    }

    // A list has at least one option, and where a hundred do not hold all, all is what nobody chose from.
    private JsonObject? Sources()
    {
        var choices = sources.Where(source => source.Name.Length is > 0 and <= SlackLimits.Label).Take(SlackLimits.Options).Select(source => new FormChoice(source.Name, source.Title)).ToList();
        if (choices.Count == 0) return null;
        var isAll = one.Sources.Count == 0;
        var menu = Choices.Menu(SubscribeFields.Sources, "All platforms", choices, IsChosen);
        return Kit.Input(SubscribeFields.Sources, "Platforms", menu, sources.Count == 1 ? null : $"I watch {CardMaker.Number(sources.Count)}. None chosen means all.", isOptional: true);

        bool IsChosen(FormChoice source) => isAll ? choices.Count == sources.Count : one.Sources.Contains(source.Value, StringComparer.OrdinalIgnoreCase);
    }
}
