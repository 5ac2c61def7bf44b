using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Terms as nobody would think of them, and instants that like the days on which clocks change.</summary>
internal static class RandomTerms
{
    public static Terms Next(Random random, string zone)
    {
        var from = TimeOnly.MinValue.AddMinutes(random.Next(96) * 15);
        var quiet = random.Next(4) == 0 ? null : new QuietHours(from, from.AddMinutes(random.Next(93) * 15));
        var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).ToHashSet();
        return new(
            (Pace)random.Next(3),
            TimeOnly.MinValue.AddMinutes(random.Next(1_440)),
            (DayOfWeek)random.Next(7),
            new ChannelHours(TimeZoneInfo.FindSystemTimeZoneById(zone), quiet, days),
            random.Next(6));
    }

    /// <summary>An instant from 2008 to 2035; every other one lies within three hours of a change of the zone's clock, if one is near.</summary>
    public static DateTimeOffset Instant(Random random, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(2008, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.NextInt64(27L * 365 * 86_400));
        if (random.Next(2) == 0) return at;
        var day = Enumerable.Range(0, 200).Select(days => at.AddDays(days)).FirstOrDefault(one => zone.GetUtcOffset(one) != zone.GetUtcOffset(one.AddDays(1)), at);
        var hour = Enumerable.Range(0, 24).Select(hours => day.AddHours(hours)).FirstOrDefault(one => zone.GetUtcOffset(one) != zone.GetUtcOffset(one.AddHours(1)), day);
        return hour.AddSeconds(random.Next(-3 * 3_600, 3 * 3_600));
    }
}
