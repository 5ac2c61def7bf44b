using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>A file for the asker. An answer over a response_url carries none, so its text is shown, as much as there is room for.</summary>
internal static class CardFile
{
    private const int MostCharacters = 8_000;

    /// <summary>Below so much room a file is only named.</summary>
    private const int LeastRoom = 400;

    /// <summary>Room for what is said about the file.</summary>
    private const int Around = 700;

    /// <param name="room">How many characters of JSON it may take.</param>
    public static IEnumerable<JsonObject> Blocks(CardAttachment file, int room)
    {
        var name = SlackText.Line(file.FileName, SlackLimits.Label) is { Length: > 0 } given ? given : "file";
        var whole = CardLimits.Cut(CardText.Clean(file.Text.Length > MostCharacters ? file.Text[..MostCharacters] : file.Text).TrimEnd(), MostCharacters);
        var shown = PlainText.OneLine(whole).Length == 0 ? "" : whole;
        while (shown.Length > 0 && Length(shown) + Around > room) shown = room - Around < LeastRoom ? "" : CardLimits.Cut(shown, shown.Length * 9 / 10);

        if (shown.Length > 0) yield return RichText.Block(RichText.Preformatted(shown));
        yield return Kit.Context(shown == whole && file.Text.Length <= MostCharacters
            ? name
            : $"{name}: the first {CardMaker.Number(shown.Length)} of {CardMaker.Number(file.Text.Length)} characters. An answer here carries no file; whoever runs me can give you the rest.");
    }

    private static int Length(string text) => SlackMessage.Sent(RichText.Block(RichText.Preformatted(text))).Length;
}
