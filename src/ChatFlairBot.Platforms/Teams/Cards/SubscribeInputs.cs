using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair.Forms;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The fields of the form, filled with what a channel hears or with what somebody wrote.</summary>
/// <param name="one">What it hears.</param>
/// <param name="sources">All that are watched.</param>
/// <param name="written">What somebody wrote; null for nothing yet.</param>
/// <param name="faults">By field what to write instead.</param>
internal sealed class SubscribeInputs(Subscription one, IReadOnlyList<(string Name, string Title)> sources, FormData? written, IReadOnlyDictionary<string, string> faults)
{
    /// <summary>What the names of all platforms may take, in bytes.</summary>
    private const int RoomOfSources = 5_000;

    /// <summary>What the names of groups may take, in bytes.</summary>
    private const int RoomOfGroups = 5_000;

    private readonly FormInputs _inputs = new(written);

    public IEnumerable<JsonObject> What()
    {
        if (Sources() is { } platforms) foreach (var item in Field(SubscribeFields.Sources, platforms)) yield return item;
        foreach (var item in Field(SubscribeFields.Kinds, _inputs.Many(SubscribeFields.Kinds, "Milestones", FormChoices.Kinds, kind => FormChoices.HasKind(one, kind.Value)))) yield return item;
        foreach (var item in Field(SubscribeFields.AtLeast, _inputs.Number(SubscribeFields.AtLeast, "Reputation from so many points (0 for every milestone)", SubscribeFields.MostPoints, one.AtLeast))) yield return item;
        foreach (var item in Field(SubscribeFields.Thresholds, _inputs.Words(SubscribeFields.Thresholds, "Only at exactly these points (empty for all)", string.Join(", ", one.Thresholds), "1000, 5000", 300))) yield return item;
        var groups = TeamsText.Within(string.Join('\n', one.Groups.Select(group => TeamsText.Line(group, 150))), RoomOfGroups);
        foreach (var item in Field(SubscribeFields.Groups, _inputs.Words(SubscribeFields.Groups, "Only people of these departments or groups, one a line (empty for everybody)", groups, "Platform Team", 2_000, isLong: true))) yield return item;
    }

    public IEnumerable<JsonObject> When()
    {
        var (terms, hours) = (one.Terms, one.Terms.Hours);
        var (from, until) = FormChoices.Quiet(one);
        foreach (var item in Field(SubscribeFields.Pace, _inputs.One(SubscribeFields.Pace, "How often", FormChoices.Paces, terms.Pace.ToString(), isOpen: true).With("separator", true))) yield return item;
        yield return Pair(
            Field(SubscribeFields.DigestAt, _inputs.Time(SubscribeFields.DigestAt, "Time of a digest", terms.DigestAt)),
            Field(SubscribeFields.DigestOn, _inputs.One(SubscribeFields.DigestOn, "Day of a weekly digest", FormChoices.Days, terms.DigestOn.ToString())));
        yield return Pair(
            Field(SubscribeFields.QuietFrom, _inputs.Time(SubscribeFields.QuietFrom, "Quiet from", from)),
            Field(SubscribeFields.QuietUntil, _inputs.Time(SubscribeFields.QuietUntil, "Quiet until", until)));
        yield return Adaptive.Soft("What happens meanwhile is told afterwards. Leave both empty for no quiet hours.");
        foreach (var item in Field(SubscribeFields.Days, _inputs.Many(SubscribeFields.Days, "Days", FormChoices.Days, day => FormChoices.HasDay(one, day.Value)))) yield return item;
        yield return Pair(
            Field(SubscribeFields.Zone, _inputs.Words(SubscribeFields.Zone, "Time zone of all times above", hours.Zone.Id, "Europe/Berlin", 100)),
            Field(SubscribeFields.CardsPerDay, _inputs.Number(SubscribeFields.CardsPerDay, "Messages a day at most (0 for no limit)", SubscribeFields.MostCardsPerDay, terms.CardsPerDay)));
        yield return Adaptive.Soft("The rarest milestones get a card, the rest one digest.");
    }

    // Teams shows faults of its own below a field and none of ours, so ours are a line of text.
    private IEnumerable<JsonObject> Field(string field, JsonObject input)
    {
        yield return input;
        if (faults.GetValueOrDefault(field) is { } fault && TeamsText.Line(fault, 150) is { Length: > 0 } line) yield return Adaptive.Rich([Adaptive.Run(line).With("color", "Attention")]).With("spacing", "Small");
    }

    private static JsonObject Pair(IEnumerable<JsonObject> left, IEnumerable<JsonObject> right) => Adaptive.Columns(Adaptive.Column(1, left), Adaptive.Column(1, right));

    // Where the list does not hold all, all is what nobody chose from. A comma would make two of one.
    private JsonObject? Sources()
    {
        var left = RoomOfSources;
        var choices = sources.Where(source => source.Name.Length is > 0 and <= 75 && !source.Name.Contains(',', StringComparison.Ordinal))
            .Select(source => new FormChoice(source.Name, source.Title))
            .TakeWhile(choice => (left -= TeamsLimits.Size(FormInputs.Choice(choice))) >= 0)
            .ToList();
        if (choices.Count == 0) return null;
        var isAll = one.Sources.Count == 0;
        var label = sources.Count == 1 ? "Platforms" : $"Platforms (I watch {CardMaker.Number(sources.Count)}; none chosen means all)";
        return _inputs.Many(SubscribeFields.Sources, label, choices, source => isAll ? choices.Count == sources.Count : one.Sources.Contains(source.Value, StringComparer.OrdinalIgnoreCase));
    }
}
