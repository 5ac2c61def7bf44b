using System.Diagnostics;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Reads a zone's wall clock, which is put forward and back, without ever asking the zone whether a time exists there.</summary>
/// <remarks>
/// A zone answers reliably only in one direction, from an instant to the wall. The other direction is searched: between two
/// changes the wall runs evenly, so a wall time found there is an instant, unless a change comes before it; then the search
/// goes on from the change. A time that a change leaves out is thereby the change itself, and of a time that comes twice the first is found.
/// </remarks>
internal static class WallClock
{
    // The longest wait for a wall time is two weeks (a working day that a zone left out); nothing changes its clock so often meanwhile.
    private const int MostChanges = 64;

    // No zone puts its clock forward and back again within a day.
    private static readonly TimeSpan Step = TimeSpan.FromDays(1);

    /// <summary>What the wall shows at an instant.</summary>
    public static DateTime WallAt(this TimeZoneInfo zone, DateTimeOffset at) => at.UtcDateTime + zone.GetUtcOffset(at);

    /// <summary>The first instant not before <paramref name="at"/> whose wall time is one that <paramref name="next"/> looks for.</summary>
    /// <param name="zone">Whose wall.</param>
    /// <param name="at">Where the search begins.</param>
    /// <param name="next">From a wall time to the first one, not before it, that is looked for: on a clock that is never put forward or back.</param>
    public static DateTimeOffset First(this TimeZoneInfo zone, DateTimeOffset at, Func<DateTime, DateTime> next)
    {
        var from = at;
        for (var changes = 0; changes < MostChanges; changes++)
        {
            var wall = zone.WallAt(from);
            var found = from + (next(wall) - wall);
            if (zone.FirstChange(from, found) is not { } change) return found.ToUniversalTime();
            from = change;
        }

        throw new UnreachableException($"The clock of {zone.Id} changes more than {MostChanges} times after {at:O}.");
    }

    /// <summary>The first instant at which the wall shows a time or a later one.</summary>
    public static DateTimeOffset FirstAt(this TimeZoneInfo zone, DateTime wall)
    {
        // No wall is a day ahead of UTC, so a day before it is before the time in every zone.
        var before = new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Utc)) - TimeSpan.FromDays(1);
        return zone.First(before, shown => shown < wall ? wall : shown);
    }

    private static DateTimeOffset? FirstChange(this TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var offset = zone.GetUtcOffset(from);
        for (var low = from; low < until;)
        {
            var high = until - low > Step ? low + Step : until;
            if (zone.GetUtcOffset(high) != offset) return Between(low, high);
            low = high;
        }

        return null;

        DateTimeOffset Between(DateTimeOffset low, DateTimeOffset high)
        {
            while (high - low > TimeSpan.FromTicks(1))
            {
                var middle = low + ((high - low) / 2);
                if (zone.GetUtcOffset(middle) == offset) low = middle;
                else high = middle;
            }

            return high;
        }
    }
}
