namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads points at which something is celebrated.</summary>
internal static class Points
{
    public const long Most = 100_000_000;

    private const long Least = 2;
    private const int MostThresholds = 20;

    /// <summary>Whether the next words are points, and not so many cards a day or so many weeks.</summary>
    public static bool Starts(Words words, int ahead = 0) =>
        Numbers.ReadList(words.Key(ahead)) is not null
        && words.Key(ahead + 1) is not ("a" or "per" or "each" or "every" or "am" or "pm")
        && !Durations.IsUnit(words.Key(ahead + 1));

    /// <summary>Takes a list of points, however its parts are separated.</summary>
    public static IReadOnlyList<long> TakeList(Words words)
    {
        var points = new List<long>();
        while (Starts(words))
        {
            points.AddRange(Numbers.ReadList(words.Take().Key)!);
            if (words.Key() is "and" or "or" or "vs" or "&" or "," && Starts(words, 1)) words.Skip(1);
        }

        words.Take("points", "reputation", "rep");
        return points;
    }

    /// <summary>The points in order, without those that can be no threshold.</summary>
    /// <param name="fault">What to write instead, when some were left out.</param>
    public static IReadOnlyList<long> Thresholds(IReadOnlyList<long> points, out string? fault)
    {
        var distinct = points.Distinct().Order().ToList();
        var possible = distinct.Where(one => one is >= Least and <= Most).ToList();
        fault = possible.Count < distinct.Count ? $"A threshold is a number from {Least} to 100,000,000."
            : possible.Count > MostThresholds ? $"These are {possible.Count} thresholds: write at most {MostThresholds}."
            : null;
        return [.. possible.Take(MostThresholds)];
    }
}
