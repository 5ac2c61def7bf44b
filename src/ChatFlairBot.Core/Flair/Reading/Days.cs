namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads days of the week and lists of them.</summary>
internal static class Days
{
    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly string[] Unusual = ["tues", "weds", "thur", "thurs"];

    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Reads mon, Monday and mondays.</summary>
    public static DayOfWeek? One(string key)
    {
        var name = key.Length > 4 && key.EndsWith('s') && !Unusual.Contains(key, StringComparer.Ordinal) ? key[..^1] : key;
        var index = Array.FindIndex(Names, day => name.Length == 3 || Unusual.Contains(name, StringComparer.Ordinal) ? day.StartsWith(name, StringComparison.Ordinal) : day == name);
        return index >= 0 ? Week[index] : null;
    }

    /// <summary>Reads mon-fri, mon,tue,thu and mon-wed,fri.</summary>
    /// <returns>From Monday on, or null when a part is no day.</returns>
    public static IReadOnlyList<DayOfWeek>? Several(string key)
    {
        var days = new HashSet<DayOfWeek>();
        foreach (var part in key.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('-') is [var from, var until] && One(from) is { } first && One(until) is { } last) days.UnionWith(Range(first, last));
            else if (One(part) is { } single) days.Add(single);
            else return null;
        }

        return days.Count > 0 ? Sorted(days) : null;
    }

    /// <summary>Whether a word is meant as days, be they right or not.</summary>
    public static bool AreMeant(string key) => One(key.Split(',', '-')[0]) is not null;

    /// <summary>The day that a mistyped word resembles, in English.</summary>
    public static string? Nearest(string key) => Typos.Nearest(key, Names);

    /// <summary>From one day to another, past Sunday if need be.</summary>
    public static IEnumerable<DayOfWeek> Range(DayOfWeek first, DayOfWeek last) =>
        Enumerable.Range(0, (((int)last - (int)first + 7) % 7) + 1).Select(step => (DayOfWeek)(((int)first + step) % 7));

    public static IReadOnlyList<DayOfWeek> Sorted(IEnumerable<DayOfWeek> days) => [.. Week.Intersect(days)];
}
