namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads times of day: 9, 09:30, 9.30, 0930, 17h, 17h30, 9am, 9:30 pm, noon.</summary>
internal static class TimesOfDay
{
    private static readonly char[] Digits = [.. "0123456789"];
    private static readonly char[] Separators = [':', '.', 'h'];

    /// <summary>Takes one time.</summary>
    /// <returns>Null when the next words are none; then nothing is taken.</returns>
    public static TimeOnly? Take(Words words)
    {
        var (key, next) = (words.Key(), words.Key(1));
        if (IsHalf(next) && Read(key + next) is { } half)
        {
            words.Skip(2);
            return half;
        }

        if (Read(key) is not { } time) return null;
        words.Skip(1);
        words.Take("o'clock", "oclock", "hrs", "hours");
        return time;
    }

    /// <summary>Whether a word alone is meant as a time, be it a right one or not.</summary>
    public static bool IsMeant(string key, string next)
    {
        if (key is "noon" or "midnight") return true;
        if (key.Length == 0 || !char.IsAsciiDigit(key[0])) return false;
        return key.Contains(':', StringComparison.Ordinal) || IsHalf(next) || IsHalf(key.TrimStart(Digits)) || (Read(key) is not null && key.Contains('h', StringComparison.Ordinal));
    }

    public static TimeOnly? Read(string key)
    {
        if (key is "noon") return new TimeOnly(12, 0);
        if (key is "midnight") return TimeOnly.MinValue;
        var plain = key.Replace(".m", "m", StringComparison.Ordinal);
        var half = plain.Length > 2 ? plain[^2..] : "";
        var isHalf = half is "am" or "pm";
        var body = isHalf ? plain[..^2] : plain;
        if (!body.All(sign => char.IsAsciiDigit(sign) || Separators.Contains(sign)) || Split(body) is not { } parts) return null;

        var (hour, minute) = parts;
        if (minute > 59 || (isHalf && hour is < 1 or > 12)) return null;
        if (isHalf) hour = (hour % 12) + (half == "pm" ? 12 : 0);
        // Where a day ends another begins.
        if (hour == 24 && minute == 0) hour = 0;
        return hour < 24 ? new TimeOnly(hour, minute) : null;
    }

    private static (int Hour, int Minute)? Split(string body) => body.Split(Separators) switch
    {
        [{ Length: 1 or 2 } hour] => (Number(hour), 0),
        [{ Length: 4 } early] when early[0] is '0' => (Number(early[..2]), Number(early[2..])),
        [{ Length: 1 or 2 } hour, { Length: 2 } minute] => (Number(hour), Number(minute)),
        [{ Length: 1 or 2 } hour, ""] when body.EndsWith('h') => (Number(hour), 0),
        _ => null,
    };

    private static int Number(string digits) => digits.Aggregate(0, (value, digit) => (value * 10) + (digit - '0'));

    private static bool IsHalf(string key) => key is "am" or "pm" or "a.m" or "p.m";
}
