namespace ChatFlairBot.Tests.Announcing;

/// <summary>Opening times on the days on which clocks are put forward and back.</summary>
public sealed class ChangingClocksTests
{
    [Theory]
    // Berlin leaves out 02:00 to 03:00.
    [InlineData("Europe/Berlin", "22:00-02:30", "", "2026-03-29T00:30Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "22:00-03:00", "", "2026-03-29T00:30Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "22:00-03:30", "", "2026-03-29T00:30Z", "2026-03-29T01:30Z")]
    [InlineData("Europe/Berlin", "02:15-02:45", "", "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z")]
    [InlineData("Europe/Berlin", "02:15-02:45", "", "2026-03-29T01:00Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "03:00-02:00", "", "2026-03-29T00:30Z", "2026-03-30T00:00Z")]
    // Berlin has 02:00 to 03:00 twice.
    [InlineData("Europe/Berlin", "22:00-02:30", "", "2026-10-24T23:00Z", "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "22:00-02:30", "", "2026-10-25T00:40Z", "2026-10-25T00:40Z")]
    [InlineData("Europe/Berlin", "22:00-02:30", "", "2026-10-25T01:10Z", "2026-10-25T01:30Z")]
    [InlineData("Europe/Berlin", "22:00-03:00", "", "2026-10-25T00:10Z", "2026-10-25T02:00Z")]
    [InlineData("Europe/Berlin", "02:15-08:00", "", "2026-10-25T00:20Z", "2026-10-25T01:00Z")]
    [InlineData("Europe/Berlin", "02:15-08:00", "", "2026-10-25T01:20Z", "2026-10-25T07:00Z")]
    // Lord Howe changes by half an hour.
    [InlineData("Australia/Lord_Howe", "22:00-01:45", "", "2026-04-04T14:00Z", "2026-04-04T14:45Z")]
    [InlineData("Australia/Lord_Howe", "22:00-01:45", "", "2026-04-04T15:05Z", "2026-04-04T15:15Z")]
    [InlineData("Australia/Lord_Howe", "22:00-02:15", "", "2026-10-03T15:00Z", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "22:00-02:45", "", "2026-10-03T15:00Z", "2026-10-03T15:45Z")]
    // St. John's went back over midnight, so that Saturday came again after a minute of Sunday.
    [InlineData("America/St_Johns", "", "Sat", "2010-11-07T02:30:30Z", "2010-11-07T02:31Z")]
    [InlineData("America/St_Johns", "", "Sat", "2010-11-07T03:30Z", "2010-11-13T03:30Z")]
    [InlineData("America/St_Johns", "", "Sun", "2010-11-07T02:00Z", "2010-11-07T02:30Z")]
    [InlineData("America/St_Johns", "", "Sun", "2010-11-07T02:31Z", "2010-11-07T03:30Z")]
    [InlineData("America/St_Johns", "22:00-00:30", "", "2011-03-13T03:00Z", "2011-03-13T03:31Z")]
    // Casablanca has its winter in Ramadan.
    [InlineData("Africa/Casablanca", "18:00-02:30", "", "2026-02-15T00:00Z", "2026-02-15T01:30Z")]
    [InlineData("Africa/Casablanca", "18:00-02:30", "", "2026-02-15T02:10Z", "2026-02-15T02:30Z")]
    [InlineData("Africa/Casablanca", "18:00-02:30", "", "2026-03-22T01:00Z", "2026-03-22T02:00Z")]
    [InlineData("Asia/Kathmandu", "18:00-08:00", "", "2026-01-05T13:00Z", "2026-01-06T02:15Z")]
    // Apia had no Friday, 30 December 2011.
    [InlineData("Pacific/Apia", "18:00-08:00", "", "2011-12-30T09:00Z", "2011-12-30T18:00Z")]
    [InlineData("Pacific/Apia", "", "Fri", "2011-12-24T12:00Z", "2012-01-05T10:00Z")]
    [InlineData("Pacific/Apia", "", "Fri Sat", "2011-12-29T12:00Z", "2011-12-30T10:00Z")]
    // Havana and Santiago change at midnight: some days have no beginning, and some have two.
    [InlineData("America/Havana", "22:00-00:30", "", "2026-03-08T04:00Z", "2026-03-08T05:00Z")]
    [InlineData("America/Havana", "", "Sun", "2026-03-07T20:00Z", "2026-03-08T05:00Z")]
    [InlineData("America/Havana", "22:00-00:30", "", "2026-11-01T03:00Z", "2026-11-01T04:30Z")]
    [InlineData("America/Havana", "22:00-00:30", "", "2026-11-01T05:10Z", "2026-11-01T05:30Z")]
    [InlineData("America/Santiago", "", "Sun", "2026-09-05T20:00Z", "2026-09-06T04:00Z")]
    [InlineData("America/Santiago", "", "Sun", "2026-04-04T20:00Z", "2026-04-05T04:00Z")]
    [InlineData("America/Santiago", "", "Sat", "2026-04-05T03:30Z", "2026-04-05T03:30Z")]
    public void It_opens_at_the_first_instant_whose_wall_time_is_open(string zone, string quiet, string days, string at, string expected)
    {
        var hours = Calendar.Hours(zone, quiet, days);

        Assert.Equal(Calendar.At(expected), hours.NextOpening(Calendar.At(at)));
        Assert.Equal(at == expected, hours.IsOpen(Calendar.At(at)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30Z")]
    [InlineData("America/St_Johns", "2026-11-01T04:00Z")]
    [InlineData("America/St_Johns", "2026-11-01T05:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:45Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T15:15Z")]
    public void What_is_quiet_is_quiet_in_both_passes(string zone, string at) => Assert.False(Calendar.Hours(zone, "01:15-02:59").IsOpen(Calendar.At(at)));

    [Theory]
    [InlineData("America/Havana", "", "2026-03-07T20:00Z", "2026-03-08T05:00Z")]
    [InlineData("America/Havana", "", "2026-10-31T20:00Z", "2026-11-01T04:00Z")]
    [InlineData("America/Havana", "", "2026-11-01T05:10Z", "2026-11-02T05:00Z")]
    [InlineData("America/Santiago", "", "2026-09-05T20:00Z", "2026-09-06T04:00Z")]
    [InlineData("America/Santiago", "", "2026-04-05T02:30Z", "2026-04-05T04:00Z")]
    [InlineData("America/Santiago", "", "2026-04-05T03:30Z", "2026-04-05T04:00Z")]
    [InlineData("America/Santiago", "00:00-00:30", "2026-09-05T20:00Z", "2026-09-06T04:00Z")]
    [InlineData("America/St_Johns", "", "2010-11-07T00:30Z", "2010-11-07T02:30Z")]
    [InlineData("America/St_Johns", "", "2010-11-07T02:45Z", "2010-11-07T03:30Z")]
    [InlineData("Pacific/Apia", "", "2011-12-29T12:00Z", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Apia", "18:00-08:00", "2011-12-29T12:00Z", "2011-12-30T18:00Z")]
    public void The_next_day_begins_when_the_wall_first_shows_it(string zone, string quiet, string at, string expected) =>
        Assert.Equal(Calendar.At(expected), Calendar.Hours(zone, quiet).NextDay(Calendar.At(at)));
}
