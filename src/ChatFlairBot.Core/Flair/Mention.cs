using ChatFlairBot.Core.Flair.Reading;

namespace ChatFlairBot.Core.Flair;

/// <summary>Somebody as they were named in a command.</summary>
/// <param name="Text">The name without signs around it; empty when only <paramref name="MemberId"/> is known, or nothing was named.</param>
/// <param name="MemberId">The platform's own id of a member, when the platform wrote the mention.</param>
public sealed record Mention(string Text, string? MemberId = null)
{
    private const string Punctuation = ".,;:!?…،؟。！？，；";

    public bool IsEmpty => Text.Length == 0 && MemberId is null;

    /// <summary>Reads <c>@ada</c>, <c>&lt;@U123ABC|ada&gt;</c>, <c>&lt;at&gt;Ada&lt;/at&gt;</c>, <c>&lt;at id="29:1a"&gt;Ada&lt;/at&gt;</c>, a quoted or a plain name.</summary>
    public static Mention Parse(string text)
    {
        var line = TypedLine.Clean(text).Trim([.. Quotes.All, ' ']);
        return OfId(line) ?? OfElement(line) ?? new Mention(Bare(line));
    }

    // What follows a mention that the platform wrote is no part of the name.
    private static Mention? OfId(string line)
    {
        if (!line.StartsWith("<@", StringComparison.Ordinal) || line.IndexOf('>', StringComparison.Ordinal) is not (> 0 and var end)) return null;
        var parts = line[2..end].Split('|', 2);
        var isId = parts[0].Length > 0 && parts[0].All(char.IsAsciiLetterOrDigit);
        return isId ? new Mention(parts.Length > 1 ? Bare(parts[1]) : "", parts[0]) : null;
    }

    private static Mention? OfElement(string line)
    {
        if (!line.StartsWith("<at>", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("<at ", StringComparison.OrdinalIgnoreCase)) return null;
        if (line.IndexOf('>', StringComparison.Ordinal) is not (> 0 and var start)) return null;
        var end = line.IndexOf("</at", start, StringComparison.OrdinalIgnoreCase);
        return new Mention(Bare(line[(start + 1)..(end < 0 ? line.Length : end)]), IdOf(line[..start]));
    }

    // The adapter writes the id that the platform gave beside the text.
    private static string? IdOf(string tag)
    {
        const string Begin = "<at id=\"";
        if (!tag.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)) return null;
        var end = tag.IndexOf('"', Begin.Length);
        return end > Begin.Length ? tag[Begin.Length..end] : null;
    }

    private static string Bare(string name) =>
        name.TrimStart([.. Quotes.All, '@', '＠', ' ']).TrimEnd([.. Quotes.All, .. Punctuation, ' ']);
}
