using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Rows as lines of rich text, as many as there is room for.</summary>
/// <param name="kind">What the rows are of.</param>
internal sealed class CardRows(CardKind kind)
{
    /// <summary>What a list takes besides its lines, in characters of JSON.</summary>
    private const int RoomOfList = 100;

    private const int LongestLead = 12;
    private const int LongestLabel = 120;
    private const int LongestValue = 200;

    /// <param name="rows">Any number.</param>
    /// <param name="room">How many characters of JSON they may take.</param>
    /// <returns>A block of the first that fit, and how many do not; all lose their links before any is left out.</returns>
    public (JsonObject? Block, int LeftOut) Fit(IReadOnlyList<CardRow> rows, int room)
    {
        var shown = rows.Where(row => row.Label.Length + row.Value.Length > 0).Take(CardLimits.Rows).ToList();
        if (Block(shown, true) is { } whole && SlackMessage.Sent(whole).Length <= room) return (whole, rows.Count - shown.Count);
        var (left, width) = (room - RoomOfList, Width(shown));
        var fitting = shown.TakeWhile((row, at) => (left -= Length(row, at > 0 ? shown[at - 1] : null, width)) >= 0).ToList();
        return (Block(fitting, false), rows.Count - fitting.Count);
    }

    private int Length(CardRow row, CardRow? before, int width) =>
        SlackMessage.Sent(Section(row, width, false)).Length + 1 + (before is not null && IsBelow(row) != IsBelow(before) ? RoomOfList : 0);

    private JsonObject? Block(List<CardRow> rows, bool hasLinks)
    {
        if (rows.Count == 0) return null;
        var width = Width(rows);
        if (kind is not CardKind.Leaderboard) return RichText.Block(Lists(rows, hasLinks));
        // Lines of one section: several sections would be lines in some clients only.
        return RichText.Block(RichText.Section(rows.SelectMany((row, at) => (JsonObject[])[.. at > 0 ? [RichText.Text("\n")] : Array.Empty<JsonObject>(), .. Parts(row, width, hasLinks)])));
    }

    private static int Width(List<CardRow> rows) => rows.Select(row => Lead(row).Length).DefaultIfEmpty().Max();

    // What belongs to the line above stands below it.
    private IEnumerable<JsonObject> Lists(List<CardRow> rows, bool hasLinks)
    {
        for (var at = 0; at < rows.Count;)
        {
            var isBelow = IsBelow(rows[at]);
            var run = rows.Skip(at).TakeWhile(row => IsBelow(row) == isBelow).ToList();
            at += run.Count;
            yield return RichText.List(run.Select(row => Section(row, 0, hasLinks)), isBelow && run.Count < at ? 1 : 0);
        }
    }

    // Core's signs for what follows from the line above.
    private static bool IsBelow(CardRow row) => row.Lead is "→" or "–";

    private static IEnumerable<JsonObject> Said(CardRow row) => Lead(row) is { Length: > 0 } lead && !IsBelow(row) ? [RichText.Text($"{lead} ")] : [];

    private JsonObject Section(CardRow row, int width, bool hasLinks) => RichText.Section(Parts(row, width, hasLinks));

    private IEnumerable<JsonObject> Parts(CardRow row, int width, bool hasLinks) =>
        [.. kind is CardKind.Leaderboard ? Place(Lead(row), width) : Said(row), .. Line(row, hasLinks)];

    // All places as wide as the widest, so that names begin below one another.
    private static IEnumerable<JsonObject> Place(string lead, int width) =>
        width == 0 ? [] : [RichText.Code($" {(lead.Length > 0 ? lead : "–").PadLeft(width)} "), RichText.Text("  ")];

    private IEnumerable<JsonObject> Line(CardRow row, bool hasLinks)
    {
        var (label, value) = (SlackText.Line(row.Label, LongestLabel), SlackText.Line(row.Value, LongestValue));
        if (label.Length > 0) yield return Label(label, hasLinks ? SlackAddress.Of(row.Link) : null);
        if (value.Length > 0) yield return RichText.Text(label.Length > 0 ? CardText.Turn(label) + Between + value : value);
        // Nothing of it can be seen, but every line has to say something.
        if (label.Length + value.Length == 0) yield return RichText.Text("–");
    }

    private JsonObject Label(string label, string? address) =>
        address is not null ? RichText.Link(address, label, "bold")
        : kind is CardKind.Help ? RichText.Code(label)
        : RichText.Bold(label);

    private string Between => kind switch
    {
        CardKind.Digest => " ",
        CardKind.Help => "  ",
        CardKind.Leaderboard => " · ",
        _ => ": ",
    };

    private static string Lead(CardRow row) => SlackText.Line(row.Lead, LongestLead);
}
