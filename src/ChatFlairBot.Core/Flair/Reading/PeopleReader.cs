namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads the commands that name people.</summary>
internal static class PeopleReader
{
    private static readonly string[] Separators = ["to", "=", "->", "=>", "→"];

    public static FlairCommand.Why Why(Words rest)
    {
        rest.Take("card");
        return rest.Rest is [var only] && CardKey.Read(only.Key) is { } card ? new FlairCommand.Why(null, card) : new FlairCommand.Why(Other(rest.Rest), null);
    }

    /// <summary>The one that is named; null for nobody, or for who asks.</summary>
    public static Mention? Other(IReadOnlyList<Word> words)
    {
        if (words is [] or [{ Key: "me" or "myself" }]) return null;
        var mention = Mention.Parse(string.Join(' ', words.Select(word => word.Raw)));
        return mention.IsEmpty ? null : mention;
    }

    public static FlairCommand.Link Link(IReadOnlyList<Word> words)
    {
        var spaced = words.Any(IsSeparator) ? words : Spaced(words);
        var sides = spaced.SkipWhile(IsSeparator).ToList();
        var at = sides.FindIndex(IsSeparator);
        return at < 0
            ? new FlairCommand.Link(null, Other(sides))
            : new FlairCommand.Link(Other(sides[..at]), Other([.. sides.Skip(at).SkipWhile(IsSeparator)])) is { Person: not null } both ? both
            : new FlairCommand.Link(null, Other(sides[..at]));
    }

    // "@ada=@lovelace"
    private static List<Word> Spaced(IReadOnlyList<Word> words)
    {
        var spaced = new List<Word>();
        foreach (var word in words)
        {
            var parted = word.IsQuoted ? [word.Raw] : Parted(word.Raw).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            // Within what a platform wrote the sign belongs to a name, which may have spaces too.
            if (parted.Length == 1 || (word.Raw.Contains(' ', StringComparison.Ordinal) && word.Raw[0] is '<')) spaced.Add(word);
            else spaced.AddRange(parted.Select(Word.Of));
        }

        return spaced;
    }

    private static string Parted(string raw) => raw
        .Replace("=>", "=", StringComparison.Ordinal)
        .Replace("->", "=", StringComparison.Ordinal)
        .Replace("→", "=", StringComparison.Ordinal)
        .Replace("=", " = ", StringComparison.Ordinal);

    private static bool IsSeparator(Word word) => !word.IsQuoted && Separators.Contains(word.Key, StringComparer.Ordinal);
}
