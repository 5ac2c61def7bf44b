using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>2 March 2026 is a Monday, and until the 29th Berlin is an hour ahead of UTC.</summary>
public sealed class TermsTests
{
    private const string Office = "18:00-08:00";
    private const string Week = "Mon Tue Wed Thu Fri";

    [Theory]
    [InlineData("2026-03-02T12:00Z", "2026-03-02T12:00Z")]
    [InlineData("2026-03-02T18:00Z", "2026-03-03T07:00Z")]
    [InlineData("2026-03-06T18:00Z", "2026-03-09T07:00Z")]
    public void Immediately_is_the_next_opening(string at, string expected) => Check(Pace.Immediately, "09:30", Office, Week, at, expected);

    [Theory]
    [InlineData("09:30", "", "2026-03-02T07:00Z", "2026-03-02T08:30Z")]
    [InlineData("09:30", "", "2026-03-02T08:30Z", "2026-03-02T08:30Z")]
    [InlineData("09:30", "", "2026-03-02T08:30:00.0000001Z", "2026-03-03T08:30Z")]
    [InlineData("09:30", "", "2026-03-02T22:00Z", "2026-03-03T08:30Z")]
    [InlineData("08:00", "", "2026-03-02T01:00Z", "2026-03-02T07:00Z")]
    // Its time is quiet: it is held back to the morning, and takes along what happens until then.
    [InlineData("03:00", "", "2026-03-02T01:00Z", "2026-03-02T07:00Z")]
    [InlineData("03:00", "", "2026-03-02T04:00Z", "2026-03-02T07:00Z")]
    [InlineData("03:00", "", "2026-03-02T07:00Z", "2026-03-02T07:00Z")]
    [InlineData("03:00", "", "2026-03-02T07:00:01Z", "2026-03-03T07:00Z")]
    [InlineData("20:00", "", "2026-03-02T12:00Z", "2026-03-03T07:00Z")]
    // Those of the weekend are one on Monday morning.
    [InlineData("09:30", Week, "2026-03-06T08:30Z", "2026-03-06T08:30Z")]
    [InlineData("09:30", Week, "2026-03-06T12:00Z", "2026-03-09T08:30Z")]
    [InlineData("09:30", Week, "2026-03-08T12:00Z", "2026-03-09T08:30Z")]
    [InlineData("09:30", Week, "2026-03-09T07:30Z", "2026-03-09T08:30Z")]
    public void Daily_is_the_next_digest(string digestAt, string days, string at, string expected) => Check(Pace.Daily, digestAt, Office, days, at, expected);

    [Theory]
    [InlineData(DayOfWeek.Monday, "", "2026-03-02T08:30Z", "2026-03-02T08:30Z")]
    [InlineData(DayOfWeek.Monday, "", "2026-03-02T08:31Z", "2026-03-09T08:30Z")]
    [InlineData(DayOfWeek.Monday, "", "2026-03-08T22:00Z", "2026-03-09T08:30Z")]
    [InlineData(DayOfWeek.Friday, Week, "2026-03-02T08:30Z", "2026-03-06T08:30Z")]
    [InlineData(DayOfWeek.Saturday, Week, "2026-03-04T08:00Z", "2026-03-09T08:30Z")]
    [InlineData(DayOfWeek.Saturday, Week, "2026-03-08T12:00Z", "2026-03-09T08:30Z")]
    [InlineData(DayOfWeek.Saturday, Week, "2026-03-09T08:30:01Z", "2026-03-16T08:30Z")]
    [InlineData(DayOfWeek.Thursday, "Wed", "2026-03-10T12:00Z", "2026-03-11T08:30Z")]
    public void Weekly_is_the_next_digest_on_its_day(DayOfWeek digestOn, string days, string at, string expected) =>
        Check(Pace.Weekly, "09:30", Office, days, at, expected, digestOn);

    [Theory]
    [InlineData("Europe/Berlin", Pace.Daily, "02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", Pace.Daily, "02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("Europe/Berlin", Pace.Daily, "02:30", "2026-10-25T00:45Z", "2026-10-26T01:30Z")]
    [InlineData("America/St_Johns", Pace.Daily, "00:00", "2010-11-07T02:31Z", "2010-11-08T03:30Z")]
    [InlineData("America/Havana", Pace.Daily, "00:00", "2026-03-07T20:00Z", "2026-03-08T05:00Z")]
    [InlineData("America/Santiago", Pace.Weekly, "00:15", "2026-09-03T00:00Z", "2026-09-06T04:00Z")]
    [InlineData("Pacific/Apia", Pace.Daily, "09:00", "2011-12-29T20:00Z", "2011-12-30T10:00Z")]
    [InlineData("Asia/Kathmandu", Pace.Daily, "09:00", "2026-01-05T03:15Z", "2026-01-05T03:15Z")]
    public void A_digest_time_that_is_left_out_is_after_the_gap_and_one_that_comes_twice_is_the_first(
        string zone, Pace pace, string digestAt, string at, string expected) => Check(pace, digestAt, "", "", at, expected, DayOfWeek.Sunday, zone);

    [Fact]
    public void A_day_has_no_less_than_no_cards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Terms(Pace.Daily, default, default, Calendar.Hours("UTC"), -1));

    private static void Check(
        Pace pace, string digestAt, string quiet, string days, string at, string expected, DayOfWeek digestOn = default, string zone = "Europe/Berlin")
    {
        var terms = new Terms(pace, Calendar.Time(digestAt), digestOn, Calendar.Hours(zone, quiet, days), 0);

        Assert.Equal(Calendar.At(expected), terms.DueAt(Calendar.At(at)));
    }
}
