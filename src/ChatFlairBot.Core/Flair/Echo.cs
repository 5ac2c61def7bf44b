using System.Globalization;
using System.Text;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair;

/// <summary>What an answer may repeat of what somebody typed.</summary>
/// <remarks>
/// Signs that mean something to a chat platform or in Markdown become others that look alike, so that an answer
/// can mention nobody, link nowhere and format nothing, whatever the platform makes of its text.
/// </remarks>
public static class Echo
{
    private const string Marked = "<>@&`*_~[]{}\\#|";
    private const string Harmless = "‹›＠＆'∗＿∼()()＼＃¦";

    /// <summary>One line without markup, cut at so many signs.</summary>
    /// <param name="text">Anything at all.</param>
    /// <param name="most">How many signs at most, at least 1; the last is … when something was cut.</param>
    public static string Of(string text, int most = 60)
    {
        var shown = new StringBuilder();
        var (count, beforeLast) = (0, 0);
        foreach (var rune in Visible(PlainText.OneLine(text)))
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace && (shown.Length == 0 || shown[^1] is ' ')) continue;
            if (count == Math.Max(1, most)) return $"{shown.ToString(0, beforeLast).TrimEnd()}…";
            beforeLast = shown.Length;
            Append(shown, rune, isSpace);
            count++;
        }

        return shown.ToString().TrimEnd();
    }

    /// <summary>A text whose signs of markup have become others that look alike; all else stays.</summary>
    public static string Unmarked(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(shown, rune, isSpace: false);
        return shown.ToString();
    }

    // Half of a surrogate pair breaks payloads; what steers, joins or tags signs shows nothing by itself.
    private static IEnumerable<Rune> Visible(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(line, at, out var rune);
            at += isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && IsVisible(rune)) yield return rune;
        }
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void Append(StringBuilder shown, Rune rune, bool isSpace)
    {
        var sign = isSpace ? " " : rune.ToString();
        // Platforms make a link of whatever has a scheme.
        if (sign is "/" && shown.Length > 0 && shown[^1] is ':') shown[^1] = '：';
        shown.Append(sign is [var one] && Marked.IndexOf(one, StringComparison.Ordinal) is >= 0 and var place ? Harmless[place..(place + 1)] : sign);
    }
}
