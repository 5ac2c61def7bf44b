using System.Text;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Makes texts of strangers fit for Slack.</summary>
/// <remarks>
/// They go into <c>plain_text</c> and <c>rich_text</c>, which format nothing and mention nobody. Only the text beside the blocks
/// is mrkdwn whatever one does: there <c>&amp; &lt; &gt;</c> are escaped, so no mention and no link can come about, and a name
/// between asterisks turns bold, for <c>* _ ~ `</c> have no escape (docs.slack.dev/messaging/formatting-message-text).
/// </remarks>
internal static class SlackText
{
    /// <summary>One line of at most so many characters, 2 or above; empty when nothing of it can be seen.</summary>
    public static string Line(string? text, int most) => CardLimits.Cut(Guarded(CardText.Line(text, most)), most);

    /// <summary>Several lines; empty when nothing of them can be seen.</summary>
    public static string Lines(string? text, int most) => CardLimits.Cut(Guarded(CardText.Lines(text, most)), most);

    /// <summary>One line for mrkdwn; escaping makes a sign up to five times as long, so it is cut by what comes out.</summary>
    public static string Escaped(string text, int most)
    {
        var escaped = new StringBuilder();
        foreach (var rune in CardText.Line(text, most).EnumerateRunes())
        {
            var sign = rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => rune.ToString(),
            };
            if (escaped.Length + sign.Length >= most) return escaped.Append('…').ToString();
            escaped.Append(sign);
        }

        return escaped.ToString();
    }

    // Plain text mentions nobody; should Slack ever read it otherwise, a name still calls no channel together. U+2060 shows nothing.
    private static string Guarded(string text) => !text.Contains('<', StringComparison.Ordinal) ? text : text
        .Replace("<!", "<\u2060!", StringComparison.Ordinal).Replace("<@", "<\u2060@", StringComparison.Ordinal).Replace("<#", "<\u2060#", StringComparison.Ordinal);
}
