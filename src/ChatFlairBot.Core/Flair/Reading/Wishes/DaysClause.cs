namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>on monday</c> is the day of a digest; <c>weekdays</c>, <c>mon-fri</c> and <c>mon,tue,thu</c> are days for cards.</summary>
internal sealed class DaysClause : IWishClause
{
    public bool Starts(Words words) =>
        words.Key() is "on" or "every" or "each" ? Leads(words, 1) || (words.Key() is "on" && Days.Nearest(words.Key(1)) is not null) : Leads(words, 0);

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        words.Take("on", "every", "each");
        var days = new List<DayOfWeek>();
        var isOne = true;
        do
        {
            if (TakeDays(words) is not { } taken)
            {
                words.Skip(1);
                draft.Fault(words.Since(start), "names no days: write on monday, mon-fri or mon,tue,thu");
                return;
            }

            isOne &= taken.Count == 1 && days.Count == 0;
            days.AddRange(taken);
        }
        while (Continues(words));

        if (isOne) draft.DigestOn = days[0];
        else draft.WorkingDays = Days.Sorted(days);
    }

    private static bool Leads(Words words, int ahead) =>
        Days.AreMeant(words.Key(ahead)) || (words.Key(ahead) is "weekday" or "weekdays" or "workdays" or "weekends" or "everyday" or "day" && (ahead > 0 || words.Key() is not "day"))
        || IsWorkingDays(words, ahead) || (words.Key(ahead) is "all" && words.Key(ahead + 1) is "days");

    private static bool IsWorkingDays(Words words, int ahead) => words.Key(ahead) is "working" or "work" or "business" && words.Key(ahead + 1) is "days";

    private static IReadOnlyList<DayOfWeek>? TakeDays(Words words)
    {
        if (words.Take("weekday", "weekdays", "workdays")) return [.. Days.Week.Take(5)];
        if (words.Take("weekends")) return [.. Days.Week.Skip(5)];
        if (words.Take("everyday", "day")) return Days.Week;
        if (words.Key(1) is "days")
        {
            var isAll = words.Take("all");
            words.Skip(isAll ? 1 : 2);
            return isAll ? Days.Week : [.. Days.Week.Take(5)];
        }

        if (words.Key(1) is "to" or "-" or "until" or "through" && Days.One(words.Key()) is { } first && Days.One(words.Key(2)) is { } last)
        {
            words.Skip(3);
            return [.. Days.Range(first, last)];
        }

        if (Days.Several(words.Key()) is not { } several) return null;
        words.Skip(1);
        return several;
    }

    // Another day belongs to the list: "mon tue thu", "monday and thursday". "monday mon-fri" are two wishes.
    private static bool Continues(Words words)
    {
        if (words.Key() is "and" or "&" && Days.One(words.Key(1)) is not null) words.Skip(1);
        return Days.One(words.Key()) is not null && words.Key(1) is not ("to" or "-" or "until" or "through");
    }
}
