namespace ChatFlairBot.Settings;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Nearest
{
    /// <returns>The candidate that differs by at most a third of its letters, or null.</returns>
    public static string? Of(string typed, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(typed.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(one => one.Distance <= Math.Max(1, one.Candidate.Length / 3))
        .OrderBy(one => one.Distance)
        .Select(one => one.Candidate)
        .FirstOrDefault();

    // Levenshtein's distance, a row at a time.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
