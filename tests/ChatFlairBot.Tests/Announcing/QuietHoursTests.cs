using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("18:00", "08:00", "17:59:59", false)]
    [InlineData("18:00", "08:00", "18:00", true)]
    [InlineData("18:00", "08:00", "00:00", true)]
    [InlineData("18:00", "08:00", "07:59:59", true)]
    [InlineData("18:00", "08:00", "08:00", false)]
    [InlineData("12:00", "13:00", "11:59:59", false)]
    [InlineData("12:00", "13:00", "12:00", true)]
    [InlineData("12:00", "13:00", "13:00", false)]
    [InlineData("18:00", "00:00", "23:59:59", true)]
    [InlineData("18:00", "00:00", "00:00", false)]
    [InlineData("00:00", "08:00", "00:00", true)]
    [InlineData("00:00", "00:00", "00:00", false)]
    [InlineData("09:00", "09:00", "09:00", false)]
    public void They_cover_their_first_time_and_not_their_last_also_over_midnight(string from, string until, string time, bool expected) =>
        Assert.Equal(expected, new QuietHours(Calendar.Time(from), Calendar.Time(until)).Cover(Calendar.Time(time)));

    [Theory]
    [InlineData("00:00", "23:59")]
    [InlineData("00:00", "23:59:59")]
    [InlineData("00:00", "23:00:01")]
    [InlineData("12:00", "11:59")]
    [InlineData("23:30", "23:00")]
    [InlineData("00:15", "23:45")]
    public void A_whole_day_of_quiet_is_refused(string from, string until) =>
        Assert.Throws<ArgumentException>(() => new QuietHours(Calendar.Time(from), Calendar.Time(until)));

    [Theory]
    [InlineData("00:00", "23:00")]
    [InlineData("12:30", "11:30")]
    public void One_open_hour_is_enough(string from, string until) =>
        Assert.True(new QuietHours(Calendar.Time(from), Calendar.Time(until)).Cover(Calendar.Time(from)));
}
