namespace ChatFlairBot.Core.Announcing;

/// <summary>When a channel may hear something, on the wall clock of its people.</summary>
/// <remarks>
/// It is open whenever the wall shows an open time, also in both passes of an hour that comes twice. A wall time that the
/// clock leaves out is the first instant after the gap. There is an open hour in every week, so every search ends. Times
/// from the year 2 to 9998; nearer the ends of the calendar a search throws <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
/// <param name="Zone">The clock on the wall.</param>
/// <param name="Quiet">When it hears nothing on any day, or null.</param>
/// <param name="WorkingDays">The local days on which it hears something; empty for all.</param>
public sealed record ChannelHours(TimeZoneInfo Zone, QuietHours? Quiet, IReadOnlySet<DayOfWeek> WorkingDays)
{
    /// <summary>Whether something may be said.</summary>
    public bool IsOpen(DateTimeOffset at) => IsOpen(Zone.WallAt(at));

    /// <summary>The time itself when the channel is open, else the first instant after it at which it is, in UTC.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => IsOpen(at) ? at : Zone.First(at, Opening);

    /// <summary>The local calendar day.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Zone.WallAt(at));

    /// <summary>The first opening once the wall shows a later day, in UTC; always after <paramref name="at"/>.</summary>
    public DateTimeOffset NextDay(DateTimeOffset at)
    {
        var start = DayOf(at).AddDays(1).ToDateTime(TimeOnly.MinValue);
        return NextOpening(Zone.First(at, wall => wall < start ? start : wall));
    }

    /// <summary>Whether it hears anything on such a day.</summary>
    public bool Works(DayOfWeek day) => WorkingDays.Count == 0 || WorkingDays.Contains(day);

    private bool IsQuiet(DateTime wall) => Quiet is { } quiet && quiet.Cover(TimeOnly.FromDateTime(wall));

    private bool IsOpen(DateTime wall) => Works(wall.DayOfWeek) && !IsQuiet(wall);

    // Ends within eight days: every day that works has time that is not quiet.
    private DateTime Opening(DateTime wall)
    {
        while (!IsOpen(wall)) wall = Works(wall.DayOfWeek) ? EndOfQuiet(wall) : wall.Date.AddDays(1);
        return wall;
    }

    private DateTime EndOfQuiet(DateTime wall)
    {
        var until = Quiet!.Until;
        return (TimeOnly.FromDateTime(wall) < until ? wall.Date : wall.Date.AddDays(1)) + until.ToTimeSpan();
    }
}
