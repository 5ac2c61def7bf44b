using System.Globalization;
using System.Text;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Cards;

/// <summary>Makes texts of strangers fit for a payload: whole signs that show something, and no more of them than there is room for. Escaping is the platform's own.</summary>
public static class CardText
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>One line of at most so many characters, 2 or above; empty when nothing of it can be seen.</summary>
    public static string Line(string? text, int most) => CardLimits.Cut(PlainText.OneLine(Clean(Start(text, most))), most);

    /// <summary>Several lines; empty when nothing of them can be seen.</summary>
    public static string Lines(string? text, int most)
    {
        var clean = Clean(Start(text, most)).Trim();
        return PlainText.OneLine(clean).Length == 0 ? "" : CardLimits.Cut(clean, most);
    }

    /// <summary>What keeps the words after a text in their order: a number after an Arabic name would change places with it.</summary>
    public static string Turn(string text) => text.Any(IsRightToLeft) ? "\u200E" : "";

    /// <summary>Whole signs that show something; line ends are \n. Spaces stay, so that a file keeps its shape.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            // Half of a surrogate pair is no text: JSON that holds it is refused.
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            at += isWhole ? rune.Utf16SequenceLength : 1;
            if (!isWhole) clean.Append('\uFFFD');
            else if (rune.Value is '\n' or 0x85 or 0x2028 or 0x2029) clean.Append('\n');
            else if (rune.Value is '\t') clean.Append("  ");
            else if (!IsHidden(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    // Hebrew, Arabic and their neighbours, with the forms that Arabic letters take.
    private static bool IsRightToLeft(char sign) => sign is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    // Somebody may send megabytes; what comes after so much that is hidden will not be missed.
    private static string Start(string? text, int most) => text is null ? "" : text.Length > 10 * most ? text[..(10 * most)] : text;

    // Controls break payloads; what steers the direction of writing would turn the rest of the line around. Tags make flags of emoji.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => true,
        UnicodeCategory.Format => rune.Value is not (NonJoiner or Joiner or (>= 0xE0020 and <= 0xE007F)),
        UnicodeCategory.OtherNotAssigned => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF,
        _ => false,
    };
}
