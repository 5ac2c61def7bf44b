namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary>Reads names of one or more words, up to the next clause.</summary>
internal static class Names
{
    /// <param name="isFirstAnything">Whether the first word belongs to a name even where it could begin a clause.</param>
    /// <param name="andParts">Whether "and" stands between names, rather than within one.</param>
    public static IReadOnlyList<string> Take(Words words, bool isFirstAnything, bool andParts)
    {
        var (names, name, start) = (new List<string>(), new List<string>(), words.Position);
        while (!words.IsAtEnd)
        {
            var isFree = isFirstAnything && words.Position == start;
            if (!isFree && !words.Now.IsQuoted && WishReader.StartsClause(words)) break;
            var word = words.Take();
            if (word.IsQuoted) End(names, name);
            if (andParts && !word.IsQuoted && word.Key is "and" or "&") End(names, name);
            else Add(names, name, word);
            if (word.IsQuoted || word.EndsWithComma) End(names, name);
        }

        // "group Platform and badges"
        if (name is [.., "and" or "&"]) name.RemoveAt(name.Count - 1);
        End(names, name);
        return names;
    }

    private static void Add(List<string> names, List<string> name, Word word)
    {
        var isFirst = true;
        foreach (var part in word.Parts)
        {
            if (!isFirst) End(names, name);
            name.Add(part);
            isFirst = false;
        }
    }

    private static void End(List<string> names, List<string> name)
    {
        if (name.Count > 0) names.Add(string.Join(' ', name));
        name.Clear();
    }
}
