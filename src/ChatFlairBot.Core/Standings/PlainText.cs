using System.Globalization;

namespace ChatFlairBot.Core.Standings;

/// <summary>Makes text of strangers safe to stand in a line with other text.</summary>
public static class PlainText
{
    /// <summary>
    /// One line of visible signs. Control characters break lines, terminals and payloads; what steers the direction of writing
    /// would turn the rest of the line around; blank letters make a name that nobody sees.
    /// </summary>
    /// <returns>The line, or nothing when no sign of it can be seen.</returns>
    public static string OneLine(string text)
    {
        var shown = string.Concat(text.Where(sign => !IsHidden(sign)).Select(sign => IsBlank(sign) ? ' ' : sign));
        var line = string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Any(sign => !IsJoiner(sign) && sign is not ' ') ? line : "";
    }

    // Joiners stay where they are: they hold emoji together and shape Persian and Indian words.
    private static bool IsHidden(char sign) => char.GetUnicodeCategory(sign) is UnicodeCategory.Format && !IsJoiner(sign);

    private static bool IsJoiner(char sign) => sign is '\u200C' or '\u200D';

    // The Hangul fillers and the blank Braille cell count as letters and signs, and show nothing.
    private static bool IsBlank(char sign) => char.IsControl(sign) || sign is '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0';
}
