namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>A word of a typed line, or what stood in quotes.</summary>
/// <param name="Raw">As typed; never empty.</param>
/// <param name="Text">Without quotes and the punctuation behind it; never empty.</param>
/// <param name="IsQuoted">Whether whole quotes were around it: then it is a name and no word of the language.</param>
internal sealed record Word(string Raw, string Text, bool IsQuoted)
{
    private const string Punctuation = ".,;:!?…،؟。！？，；()";
    private const string Commas = ",;،，；";

    private static readonly char[] Around = [.. Quotes.All, ' '];

    /// <summary>What is compared with the words of the language: lower case, without joiners, and with plain hyphens.</summary>
    public string Key { get; } = string.Concat(Text.Where(sign => sign is not ('\u200C' or '\u200D')).Select(Plain));

    public bool EndsWithComma => Commas.Contains(Raw[^1]);

    /// <summary>What commas part, as in <c>acme,starmind</c>.</summary>
    public IEnumerable<string> Parts => IsQuoted ? [Text] : Text.Split([.. Commas], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Word Of(string raw)
    {
        var closing = ClosingQuote(raw, 0);
        if (closing > 0 && raw[1..closing].Trim() is { Length: > 0 } quoted) return new Word(raw, quoted, IsQuoted: true);
        var text = raw.Trim(Around).TrimEnd([.. Punctuation]).TrimStart('(', '¿', '¡').Trim(Around);
        return new Word(raw, text.Length > 0 ? text : raw, IsQuoted: false);
    }

    /// <summary>Where the quotes that begin there end; at an apostrophe within a word they do not.</summary>
    /// <returns>The place of the closing quote, or −1.</returns>
    public static int ClosingQuote(string line, int start)
    {
        if (start >= line.Length || !Quotes.Is(line[start])) return -1;
        for (var at = start + 1; at < line.Length; at++)
        {
            var isLast = at + 1 == line.Length || line[at + 1] is ' ' || Punctuation.Contains(line[at + 1]);
            if (isLast && Quotes.Match(line[start], line[at])) return at;
        }

        return -1;
    }

    private static char Plain(char sign) => sign switch
    {
        '\u2010' or '\u2011' or '–' or '—' or '−' => '-',
        '’' => '\'',
        '：' => ':',
        _ => char.ToLowerInvariant(sign),
    };
}
