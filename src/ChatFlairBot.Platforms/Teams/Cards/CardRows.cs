using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Rows as lines, as many as there is room for; a leaderboard as a table. Of a long digest the first are shown and the rest at a click.</summary>
/// <param name="kind">What the rows are of.</param>
/// <param name="dress">What they may be made of.</param>
internal sealed class CardRows(CardKind kind, CardDress dress)
{
    /// <summary>What is around lines, in bytes: a table's columns, or the box of what is hidden and its buttons.</summary>
    private const int RoomOfList = 1_400;

    private const int LongestLead = 12;
    private const int LongestLabel = 120;
    private const int LongestValue = 200;

    /// <summary>So many lines of a digest are read at a glance.</summary>
    private const int AtOnce = 10;

    private bool IsTable => kind is CardKind.Leaderboard && dress is CardDress.Full;

    /// <param name="rows">Any number.</param>
    /// <param name="room">How many bytes they may take.</param>
    /// <returns>The first that fit, and how many do not; all lose their links before any is left out.</returns>
    public (List<JsonObject> List, int LeftOut) Fit(IReadOnlyList<CardRow> rows, int room)
    {
        var shown = rows.Where(row => row.Label.Length + row.Value.Length > 0).Take(CardLimits.Rows).ToList();
        if (shown.Count == 0) return ([], 0);
        foreach (var hasLinks in (bool[])[true, false])
        {
            var lines = shown.Select(row => Line(row, hasLinks)).ToList();
            if (lines.Sum(Size) + RoomOfList <= room) return (Around(lines), rows.Count - lines.Count);
        }

        var left = room - RoomOfList;
        var fitting = shown.Select(row => Line(row, hasLinks: false)).TakeWhile(line => (left -= Size(line)) >= 0).ToList();
        return (fitting.Count == 0 ? [] : Around(fitting), rows.Count - fitting.Count);
    }

    private static int Size(JsonObject line) => TeamsLimits.Size(line) + 2;

    private List<JsonObject> Around(List<JsonObject> lines)
    {
        if (IsTable) return [Table(lines)];
        if (kind is not CardKind.Digest || lines.Count <= AtOnce + 2) return [Adaptive.Container(lines)];
        var more = lines.Count - AtOnce;
        return
        [
            Adaptive.Container(lines.Take(AtOnce)),
            Adaptive.Container(lines.Skip(AtOnce)).With("id", "more").With("spacing", "Small").With("isVisible", false),
            Adaptive.Actions(Adaptive.Toggle($"Show {CardMaker.Number(more)} more", "more", "more-show", "more-hide")).With("id", "more-show"),
            Adaptive.Actions(Adaptive.Toggle("Show fewer", "more", "more-show", "more-hide")).With("id", "more-hide").With("isVisible", false),
        ];
    }

    // A table tells a screen reader which place and which number belong to a name.
    private static JsonObject Table(IEnumerable<JsonObject> rows) => new()
    {
        ["type"] = "Table",
        ["columns"] = new JsonArray(Width("44px"), Width(3), Width(1)),
        ["firstRowAsHeaders"] = false,
        ["showGridLines"] = false,
        ["rows"] = Adaptive.Array(rows),
    };

    private JsonObject Line(CardRow row, bool hasLinks)
    {
        var (lead, label, value) = (TeamsText.Line(row.Lead, LongestLead), TeamsText.Line(row.Label, LongestLabel), TeamsText.Line(row.Value, LongestValue));
        // Nothing of it can be seen, but every line has to say something.
        if (label.Length + value.Length == 0) label = "–";
        var name = label.Length == 0 ? null : Label(label, hasLinks ? WebAddress.Written(row.Link) : null);
        if (IsTable) return TableRow(lead, name ?? Adaptive.Bold("–"), value);
        List<JsonNode> parts = [.. Before(lead)];
        if (name is not null) parts.Add(name);
        if (value.Length > 0) parts.Add(JsonValue.Create(name is null ? value : CardText.Turn(label) + Between + value));
        return Adaptive.Rich(parts).With("spacing", "Small");
    }

    private static JsonObject TableRow(string lead, JsonObject name, string value) => new()
    {
        ["type"] = "TableRow",
        ["cells"] = new JsonArray(
            Cell(Adaptive.Rich([Adaptive.Run(lead.Length > 0 ? lead : "–").With("isSubtle", true)]).With("horizontalAlignment", "Right")),
            Cell(Adaptive.Rich([name])),
            Cell(Adaptive.Rich(value.Length > 0 ? value : "–").With("horizontalAlignment", "Right"))),
    };

    private static JsonObject Width(JsonNode width) => new() { ["width"] = width };

    private static JsonObject Cell(JsonObject item) => new() { ["type"] = "TableCell", ["items"] = new JsonArray(item) };

    // Core's signs for what follows from the line above; a space at the beginning of a line would not be shown.
    private static IEnumerable<JsonNode> Before(string lead) =>
        lead.Length == 0 ? [] : lead is "→" or "–" ? [Adaptive.Run($"\u00A0\u00A0\u00A0{lead} ").With("isSubtle", true)] : [JsonValue.Create($"{lead} ")];

    private JsonObject Label(string label, string? address) =>
        address is not null ? Adaptive.Link(label, address)
        : kind is CardKind.Help ? Adaptive.Run(label).With("fontType", "Monospace")
        : Adaptive.Bold(label);

    private string Between => kind switch
    {
        CardKind.Digest => " ",
        CardKind.Help => "  ",
        CardKind.Leaderboard => " · ",
        _ => ": ",
    };
}
