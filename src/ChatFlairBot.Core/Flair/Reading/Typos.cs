namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>How far a mistyped word is from the one that was meant.</summary>
internal static class Typos
{
    private const int Most = 2;

    /// <summary>The nearest of some words; of equally near ones the first.</summary>
    /// <returns>Null when none is within two slips, or within one for each three letters it has.</returns>
    public static string? Nearest(string typed, IEnumerable<string> words) => words
        .Where(word => Math.Abs(word.Length - typed.Length) <= Most)
        .Select(word => (Word: word, Distance: Distance(typed, word)))
        .Where(one => one.Distance <= Math.Min(Most, one.Word.Length / 3))
        .OrderBy(one => one.Distance)
        .Select(one => one.Word)
        .FirstOrDefault();

    // Damerau and Levenshtein: a letter too many, too few, another one, or two neighbours that changed places.
    private static int Distance(string typed, string word)
    {
        var (before, above) = (new int[word.Length + 1], new int[word.Length + 1]);
        var row = Enumerable.Range(0, word.Length + 1).ToArray();
        for (var at = 1; at <= typed.Length; at++)
        {
            (before, above, row) = (above, row, before);
            row[0] = at;
            for (var to = 1; to <= word.Length; to++)
            {
                var change = above[to - 1] + (typed[at - 1] == word[to - 1] ? 0 : 1);
                row[to] = Math.Min(change, Math.Min(above[to], row[to - 1]) + 1);
                var isSwap = at > 1 && to > 1 && typed[at - 1] == word[to - 2] && typed[at - 2] == word[to - 1];
                if (isSwap) row[to] = Math.Min(row[to], before[to - 2] + 1);
            }
        }

        return row[word.Length];
    }
}
