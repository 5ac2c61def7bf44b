namespace ChatFlairBot.Tests.Announcing;

/// <summary>Opening times where nobody touches the clock; 2 March 2026 is a Monday.</summary>
public sealed class ChannelHoursTests
{
    private const string Office = "18:00-08:00";
    private const string Week = "Mon Tue Wed Thu Fri";

    [Theory]
    [InlineData("", "", "2026-03-01T03:00Z", "2026-03-01T03:00Z")]
    [InlineData(Office, "", "2026-03-02T07:00Z", "2026-03-02T07:00Z")]
    [InlineData(Office, "", "2026-03-02T16:59:59.9999999Z", "2026-03-02T16:59:59.9999999Z")]
    [InlineData(Office, "", "2026-03-02T17:00Z", "2026-03-03T07:00Z")]
    [InlineData(Office, "", "2026-03-02T06:59:59.9999999Z", "2026-03-02T07:00Z")]
    [InlineData(Office, "", "2026-03-02T23:00Z", "2026-03-03T07:00Z")]
    [InlineData("12:00-13:00", "", "2026-03-02T11:30Z", "2026-03-02T12:00Z")]
    [InlineData("18:00-00:00", "", "2026-03-02T20:00Z", "2026-03-02T23:00Z")]
    [InlineData("00:00-00:00", "", "2026-03-02T23:00Z", "2026-03-02T23:00Z")]
    [InlineData("", Week, "2026-03-06T22:59Z", "2026-03-06T22:59Z")]
    [InlineData("", Week, "2026-03-06T23:00Z", "2026-03-08T23:00Z")]
    [InlineData(Office, Week, "2026-03-06T17:00Z", "2026-03-09T07:00Z")]
    [InlineData(Office, "Wed", "2026-03-04T17:00Z", "2026-03-11T07:00Z")]
    [InlineData("00:00-23:00", "Sun", "2026-03-01T23:00Z", "2026-03-08T22:00Z")]
    public void It_opens_at_the_first_instant_that_is_open(string quiet, string days, string at, string expected)
    {
        var hours = Calendar.Hours("Europe/Berlin", quiet, days);

        Assert.Equal(Calendar.At(expected), hours.NextOpening(Calendar.At(at)));
        Assert.Equal(at == expected, hours.IsOpen(Calendar.At(at)));
    }

    [Theory]
    [InlineData(Office, "", "2026-03-02T12:00Z", "2026-03-03T07:00Z")]
    [InlineData(Office, "", "2026-03-02T23:30Z", "2026-03-04T07:00Z")]
    [InlineData("", "", "2026-03-02T22:59Z", "2026-03-02T23:00Z")]
    [InlineData("", Week, "2026-03-06T12:00Z", "2026-03-08T23:00Z")]
    [InlineData("12:00-13:00", Week, "2026-03-06T12:00Z", "2026-03-08T23:00Z")]
    public void The_next_day_begins_with_its_first_opening(string quiet, string days, string at, string expected) =>
        Assert.Equal(Calendar.At(expected), Calendar.Hours("Europe/Berlin", quiet, days).NextDay(Calendar.At(at)));

    [Theory]
    [InlineData("Asia/Kathmandu", "2026-01-05T18:14:59Z", "2026-01-05")]
    [InlineData("Asia/Kathmandu", "2026-01-05T18:15Z", "2026-01-06")]
    [InlineData("America/St_Johns", "2026-01-05T03:29:59Z", "2026-01-04")]
    [InlineData("America/St_Johns", "2026-01-05T03:30Z", "2026-01-05")]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00Z", "2011-12-31")]
    public void A_day_is_that_of_the_channels_wall(string zone, string at, string expected) =>
        Assert.Equal(expected, Calendar.Hours(zone).DayOf(Calendar.At(at)).ToString("O"));

    [Fact]
    public void The_offset_in_which_a_time_is_written_does_not_matter()
    {
        var hours = Calendar.Hours("Europe/Berlin", Office);

        Assert.False(hours.IsOpen(Calendar.At("2026-03-02T10:00+09:00")));
        Assert.Equal(Calendar.At("2026-03-02T07:00Z"), hours.NextOpening(Calendar.At("2026-03-02T10:00+09:00")));
    }
}
