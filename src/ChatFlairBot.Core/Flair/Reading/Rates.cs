namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads how many in how long: 3 a week, 3 cards per day, 3/week.</summary>
internal static class Rates
{
    /// <summary>Takes one rate.</summary>
    /// <returns>How many, not below 0, in how many days; null when the next words are none, and then nothing is taken.</returns>
    public static (double Count, int Days)? Take(Words words)
    {
        var (rate, length) = Read(words);
        words.Skip(length);
        return rate;
    }

    public static bool Starts(Words words) => Read(words).Length > 0;

    private static ((double Count, int Days)? Rate, int Length) Read(Words words)
    {
        if (words.Key().Split('/') is [var left, var right] && Number(left) is { } glued && Days(right) is { } length) return ((glued, length), 1);
        if (Number(words.Key()) is not { } count) return (null, 0);
        var ahead = words.Key(1) is "card" or "cards" ? 2 : 1;
        return words.Key(ahead) is "a" or "per" or "each" or "every" && Days(words.Key(ahead + 1)) is { } days ? ((count, days), ahead + 2) : (null, 0);
    }

    private static double? Number(string key) => Numbers.Fraction(key) ?? Numbers.Read(key);

    private static int? Days(string key) => key switch
    {
        "day" => 1,
        "week" => 7,
        "month" => 30,
        _ => null,
    };
}
