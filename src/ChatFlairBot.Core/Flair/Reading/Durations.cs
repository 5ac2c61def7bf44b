namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads stretches of time: 3d, 2 hours, 1w, 1d12h, a week.</summary>
internal static class Durations
{
    // A thousand years: nothing here is as long, and a TimeSpan can still hold it.
    private const double MostHours = 24 * 365 * 1_000d;

    private static readonly Dictionary<string, double> Hours = new(StringComparer.Ordinal)
    {
        ["m"] = 1 / 60d, ["min"] = 1 / 60d, ["mins"] = 1 / 60d, ["minute"] = 1 / 60d, ["minutes"] = 1 / 60d,
        ["h"] = 1, ["hr"] = 1, ["hrs"] = 1, ["hour"] = 1, ["hours"] = 1,
        ["d"] = 24, ["day"] = 24, ["days"] = 24,
        ["w"] = 168, ["wk"] = 168, ["wks"] = 168, ["week"] = 168, ["weeks"] = 168,
        ["mo"] = 720, ["month"] = 720, ["months"] = 720,
        ["quarter"] = 2_184, ["quarters"] = 2_184,
        ["y"] = 8_760, ["yr"] = 8_760, ["year"] = 8_760, ["years"] = 8_760,
    };

    public static bool IsUnit(string key) => Hours.ContainsKey(key);

    /// <summary>Takes one stretch of time.</summary>
    /// <returns>Null when the next words are none; then nothing is taken.</returns>
    public static TimeSpan? Take(Words words)
    {
        var key = words.Key();
        var (hours, count) = Glued(key) is { } glued ? (glued, 1)
            : Numbers.Fraction(key) is { } number && Hours.TryGetValue(words.Key(1), out var unit) ? (number * unit, 2)
            : key is "a" or "an" or "one" && Hours.TryGetValue(words.Key(1), out var single) ? (single, 2)
            : key.Length > 3 && Hours.TryGetValue(key, out var alone) ? (alone, 1)
            : (0, 0);
        words.Skip(count);
        return count == 0 ? null : TimeSpan.FromHours(Math.Min(hours, MostHours));
    }

    // "3d" and "1d12h".
    private static double? Glued(string key)
    {
        var (hours, at) = (0d, 0);
        while (at < key.Length)
        {
            var digits = at;
            while (at < key.Length && (char.IsAsciiDigit(key[at]) || key[at] is '.')) at++;
            var letters = at;
            while (at < key.Length && char.IsAsciiLetter(key[at])) at++;
            if (Numbers.Fraction(key[digits..letters]) is not { } number || !Hours.TryGetValue(key[letters..at], out var unit)) return null;
            hours += number * unit;
        }

        return key.Length > 0 ? hours : null;
    }
}
