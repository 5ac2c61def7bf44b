using System.Globalization;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Writes channel hours and times in as few words as a table has room for.</summary>
internal static class Calendar
{
    /// <summary>Zones that do to their clocks what clocks can suffer, and one that leaves them alone.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia", "America/Havana", "America/Santiago", "UTC",
    ];

    /// <param name="zone">The zone's IANA name.</param>
    /// <param name="quiet"><c>18:00-08:00</c>, or empty.</param>
    /// <param name="days"><c>Mon Tue</c>, or empty for all.</param>
    public static ChannelHours Hours(string zone, string quiet = "", string days = "") => new(
        TimeZoneInfo.FindSystemTimeZoneById(zone),
        quiet.Split('-') is [var from, var until] ? new QuietHours(Time(from), Time(until)) : null,
        Enum.GetValues<DayOfWeek>().Where(day => days.Contains(day.ToString()[..3], StringComparison.Ordinal)).ToHashSet());

    public static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
