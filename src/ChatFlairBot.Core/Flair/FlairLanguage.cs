using System.Globalization;

namespace ChatFlairBot.Core.Flair;

/// <summary>Reads the command language: forgiving about case, spaces, quotes and a repeated <c>/flair</c>.</summary>
public static class FlairLanguage
{
    public const int DefaultTop = 10;
    public const int MostTop = 25;

    /// <summary>Longer text is cut: no name is longer.</summary>
    private const int LongestText = 200;

    /// <summary>The commands with what they do, in the order in which help shows them.</summary>
    public static IReadOnlyList<(string Command, string Meaning)> Commands { get; } =
    [
        ("/flair", "Your own flair, the same as /flair me"),
        ("/flair @name", "A colleague's flair"),
        ("/flair top", "The ten highest scores"),
        ("/flair top 25", $"More of them, up to {MostTop}; add a platform's name for its own list"),
        ("/flair help", "This list"),
    ];

    public static FlairCommand Parse(string text)
    {
        var words = Words(text);
        return words switch
        {
            [] => new FlairCommand.Me(),
            ["me"] => new FlairCommand.Me(),
            ["help" or "?", ..] => new FlairCommand.Help(),
            ["top" or "leaderboard", .. var rest] => Top(rest),
            _ when string.Join(' ', words).TrimStart('@').Trim() is { Length: > 0 } name => new FlairCommand.Somebody(name),
            _ => new FlairCommand.Unknown(string.Join(' ', words)),
        };
    }

    // "top 25", "top acme", "top 25 acme" and "top acme 25".
    private static FlairCommand.Top Top(string[] rest)
    {
        var (number, source) = rest switch
        {
            [var first, .. var others] when IsNumber(first) => (first, others),
            [.. var others, var last] when IsNumber(last) => (last, others),
            _ => (null, rest),
        };
        // A number that is too long to be one asks for as many as there are.
        var count = number is null ? DefaultTop : int.TryParse(number, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostTop) : MostTop;
        return new FlairCommand.Top(count, source.Length > 0 ? string.Join(' ', source) : null);

        static bool IsNumber(string word) => word.TrimStart('-', '+') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);
    }

    // Phones write typographic quotes, and people paste the whole command behind the command.
    private static string[] Words(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        var words = Split(cut);
        if (words is [var first, ..] && first.TrimStart('/').Equals("flair", StringComparison.OrdinalIgnoreCase)) words = Split(string.Join(' ', words[1..]));
        return words.Length > 0 && IsKeyword(words[0]) ? [.. words.Select(word => word.ToLowerInvariant())] : words;
    }

    private static string[] Split(string text) =>
        text.Trim().Trim('"', '\'', '“', '”', '‘', '’', '„', '«', '»').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsKeyword(string word) => word.ToUpperInvariant() is "ME" or "HELP" or "?" or "TOP" or "LEADERBOARD";
}
