using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Makes texts of strangers fit for Teams.</summary>
/// <remarks>
/// They go into text runs, in which Markdown means nothing. Text blocks, facts, choices and the text that stands for a whole card
/// read a part of Markdown (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format): there only what means
/// nothing in it may stand, and signs that mean something become others that look alike, for not every client knows a backslash.
/// </remarks>
internal static partial class TeamsText
{
    /// <summary>One line of at most so many characters, 2 or above, for a text run; empty when nothing of it can be seen.</summary>
    public static string Line(string? text, int most) => CardLimits.Cut(Guarded(CardText.Line(text, most)), most);

    /// <summary>Several lines, for text runs; empty when nothing of them can be seen.</summary>
    public static string Lines(string? text, int most) => CardLimits.Cut(Guarded(CardText.Lines(text, most)), most);

    /// <summary>A text without anything that Markdown, HTML or a mention would be made of.</summary>
    public static string Unmarked(string text)
    {
        var unmarked = Echo.Unmarked(text);
        return Opening().IsMatch(unmarked) ? $"\u2060{unmarked}" : unmarked;
    }

    /// <summary>Whether a text block shows a text as it is.</summary>
    public static bool IsPlain(string text) => Unmarked(text) == text;

    /// <summary>A text cut so that it takes at most so many bytes of a payload, whoever counts.</summary>
    public static string Within(string text, int bytes)
    {
        while (text.Length > 2 && TeamsLimits.Size(JsonValue.Create(text)!) > bytes) text = CardLimits.Cut(text, Math.Max(2, text.Length * 9 / 10));
        return text;
    }

    // {{DATE(…)}} and {{TIME(…)}} are replaced even in text runs, and <at>…</at> would be a mention. U+2060 shows nothing.
    private static string Guarded(string text) => text
        .Replace("{{", "{\u2060{", StringComparison.Ordinal)
        .Replace("<at", "<\u2060at", StringComparison.OrdinalIgnoreCase)
        .Replace("</at", "<\u2060/at", StringComparison.OrdinalIgnoreCase);

    // What begins a list, a line across or a headline in Markdown.
    [GeneratedRegex(@"^\s*([-+=]|\d+[.)](\s|$))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Opening();
}
