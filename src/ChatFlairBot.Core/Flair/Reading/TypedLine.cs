using System.Globalization;
using System.Text;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>A typed line, cut into words, without <c>/flair</c> and <c>--here</c>.</summary>
internal sealed record TypedLine(IReadOnlyList<Word> Words, bool IsHere)
{
    /// <summary>Nobody types more, and no name is longer.</summary>
    private const int LongestText = 500;

    /// <summary>The line as typed, one space between words.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Raw));

    public static TypedLine Read(string text)
    {
        var isHere = false;
        for (var line = Clean(text); ;)
        {
            var words = Split(line);
            var kept = words.Where(word => !IsHereWord(word)).SkipWhile(IsFlair).ToList();
            isHere |= words.Any(IsHereWord);
            // A whole command in quotes, also behind a pasted /flair.
            if (kept is not [{ IsQuoted: true } quoted]) return new TypedLine(kept, isHere);
            line = quoted.Text;
        }
    }

    /// <summary>One line of the first 500 characters, without halves of surrogate pairs and signs that nobody sees.</summary>
    public static string Clean(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        var whole = new StringBuilder(cut.Length);
        for (var at = 0; at < cut.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(cut, at, out var rune);
            at += isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && (rune.IsBmp || Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)) whole.Append(rune);
        }

        return PlainText.OneLine(whole.ToString());
    }

    private static List<Word> Split(string line)
    {
        var words = new List<Word>();
        for (var at = 0; at < line.Length;)
        {
            var end = End(line, at);
            if (end > at) words.Add(Word.Of(line[at..end]));
            at = end + 1;
        }

        return words;
    }

    // A word ends at a space, but not at one in quotes or within what a platform wrote: <@U1|Ada Lovelace>, <at>Ada Lovelace</at>.
    private static int End(string line, int start)
    {
        var from = Math.Max(Math.Max(Word.ClosingQuote(line, start), EndOfMarkup(line, start)), start);
        return line.IndexOf(' ', from) is >= 0 and var space ? space : line.Length;
    }

    private static int EndOfMarkup(string line, int start)
    {
        if (line[start] is not '<') return -1;
        var isElement = line.AsSpan(start).StartsWith("<at>", StringComparison.OrdinalIgnoreCase) || line.AsSpan(start).StartsWith("<at ", StringComparison.OrdinalIgnoreCase);
        if (isElement) return line.IndexOf("</at>", start, StringComparison.OrdinalIgnoreCase);
        var end = line.AsSpan(start + 1).IndexOfAny('<', '>');
        return end >= 0 && line[start + 1 + end] is '>' ? start + 1 + end : -1;
    }

    // Phones make one long dash of two hyphens.
    private static bool IsHereWord(Word word) =>
        !word.IsQuoted && word.Key.EndsWith("here", StringComparison.Ordinal)
        && (word.Key == "--here" || word.Text[0] is '–' or '—') && word.Key.TrimStart('-') == "here";

    private static bool IsFlair(Word word) => !word.IsQuoted && word.Key.TrimStart('/') == "flair";
}
