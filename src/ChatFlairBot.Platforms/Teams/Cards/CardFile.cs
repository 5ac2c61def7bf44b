using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>
/// A file for the asker. A bot can hand over a file only in a personal chat and after asking twice
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4), so its text is shown, as much as there is room for; what is long, at a click.
/// </summary>
internal static class CardFile
{
    private const int MostCharacters = 8_000;

    /// <summary>Below so much room a file is only named.</summary>
    private const int LeastRoom = 1_000;

    /// <summary>What is said about the file, its box and the button, in bytes.</summary>
    private const int Around = 2_200;

    private const int LinesAtOnce = 12;

    /// <param name="room">How many bytes it may take.</param>
    public static IEnumerable<JsonObject> Of(CardAttachment file, int room)
    {
        var name = TeamsText.Line(file.FileName, 75) is { Length: > 0 } given ? given : "file";
        var whole = TeamsText.Lines(file.Text, MostCharacters);
        var shown = PlainText.OneLine(whole).Length == 0 ? "" : whole;
        while (shown.Length > 0 && TeamsLimits.Size(Text(shown)) + Around > room) shown = room - Around < LeastRoom ? "" : CardLimits.Cut(shown, shown.Length * 9 / 10);

        if (shown.Length > 0)
        {
            var isLong = shown.Count(sign => sign == '\n') >= LinesAtOnce;
            if (isLong) yield return Adaptive.Actions(Adaptive.Toggle($"Show {name}", "file"));
            yield return Adaptive.Container([Text(shown)]).With("id", "file").With("style", "emphasis").With("isVisible", isLong ? false : null);
        }

        yield return Adaptive.Soft(shown == whole && file.Text.Length <= MostCharacters
            ? name
            : $"{name}: the first {CardMaker.Number(shown.Length)} of {CardMaker.Number(file.Text.Length)} characters. An answer here carries no file; whoever runs me can give you the rest.");
    }

    // A line that begins with spaces would lose them.
    private static JsonObject Text(string text) => Adaptive.Rich([Adaptive.Run(string.Join('\n', text.Split('\n').Select(Indented))).With("fontType", "Monospace").With("size", "Small")]);

    private static string Indented(string line) => new string('\u00A0', line.Length - line.TrimStart(' ').Length) + line.TrimStart(' ');
}
