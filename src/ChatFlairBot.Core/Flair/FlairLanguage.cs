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
        ("/flair top 25", $"More of them, up to {MostTop}"),
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

    // "top 25", "top acme" and "top 25 acme".
    private static FlairCommand.Top Top(string[] rest)
    {
        var hasCount = rest is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var count = hasCount ? Math.Clamp(int.Parse(rest[0], CultureInfo.InvariantCulture), 1, MostTop) : DefaultTop;
        var source = string.Join(' ', hasCount ? rest[1..] : rest);
        return new FlairCommand.Top(count, source.Length > 0 ? source : null);
    }

    // Phones write typographic quotes, and people paste the whole command behind the command.
    private static string[] Words(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        var words = cut.Trim().Trim('"', '\'', '“', '”', '‘', '’', '„', '«', '»')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is [var first, ..] && first.TrimStart('/').Equals("flair", StringComparison.OrdinalIgnoreCase)) words = words[1..];
        return words.Length > 0 && IsKeyword(words[0]) ? [.. words.Select(word => word.ToLowerInvariant())] : words;
    }

    private static bool IsKeyword(string word) => word.ToUpperInvariant() is "ME" or "HELP" or "?" or "TOP" or "LEADERBOARD";
}
