namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>The words that begin a command.</summary>
internal static class Vocabulary
{
    // Every synonym takes a name from somebody who is asked for without @, so there are few.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["leaderboard"] = "top",
        ["setting"] = "settings",
        ["unpause"] = "resume",
        ["?"] = "help",
    };

    private static readonly HashSet<string> Own =
        [.. CommandList.Rows.Where(row => row.Name != CommandList.Somebody).SelectMany(row => row.Words)];

    private static readonly HashSet<string> Arguments =
    [
        "me", "yes", "on", "off", "all", "only", "never", "week", "month", "quarter", "list", "show", "release", "discard",
        .. Own,
    ];

    /// <summary>From here on a resemblance is no accident, whatever follows.</summary>
    private const int LongWord = 6;

    /// <summary>The command that a word begins, with or without a slash.</summary>
    public static string? Command(string key)
    {
        var word = key.TrimStart('/');
        var command = Synonyms.GetValueOrDefault(word, word);
        return Own.Contains(command) ? command : null;
    }

    /// <summary>The command word that a word resembles.</summary>
    public static string? Nearest(string key) => Command(key) ?? (Typos.Nearest(key.TrimStart('/'), [.. Own, .. Synonyms.Keys]) is { } near ? Command(near) : null);

    /// <summary>The command that one or two plain words seem to be meant for.</summary>
    public static string? Meant(IReadOnlyList<Word> words) => words switch
    {
        [var only] when IsPlain(only) => Unlike(only),
        [var first, var second] when IsPlain(first) && IsPlain(second) =>
            Unlike(first) is { } near && (near.Length >= LongWord || IsArgument(second.Key)) ? $"{near} {second.Text}" : null,
        _ => null,
    };

    private static string? Unlike(Word word) => Command(word.Key) is null ? Nearest(word.Key) : null;

    private static bool IsPlain(Word word) => !word.IsQuoted && !word.Raw.AsSpan().ContainsAny('@', '<', '>');

    private static bool IsArgument(string key) => Arguments.Contains(key) || key.Any(char.IsAsciiDigit);
}
