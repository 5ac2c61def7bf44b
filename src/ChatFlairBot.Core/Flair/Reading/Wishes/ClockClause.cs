namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>at 09:30</c>, <c>at 9</c>, <c>9:30am</c>, <c>at 17h</c>. What could be an hour and follows <c>at</c> is one.</summary>
internal sealed class ClockClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "at"
        ? !IsList(words) && (TimesOfDay.Read(words.Key(1)) is not null || TimesOfDay.IsMeant(words.Key(1), words.Key(2)))
        : TimesOfDay.IsMeant(words.Key(), words.Key(1));

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        words.Take("at");
        if (TimesOfDay.Take(words) is { } time)
        {
            draft.DigestAt = time;
            return;
        }

        words.Skip(1);
        words.Take("am", "pm");
        draft.Fault(words.Since(start), "is no time of day: write at 9:30, at 17:00 or at 5pm");
    }

    // "at 10, 100, 1000"
    private static bool IsList(Words words) => words.EndsWithComma(1) && Points.Starts(words, 1) && Points.Starts(words, 2);
}
