using System.Globalization;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Contracts;

/// <summary>Waiting and repeating.</summary>
public abstract partial class ReputationSourceContract
{
    private const int Tries = 3;

    private TimeSpan Passed => Clock.GetUtcNow() - ManualClock.Start;

    [Fact]
    public async Task A_refused_request_is_repeated_after_the_seconds_that_the_platform_named()
    {
        Site.Next(Status(429, null, "", ("Retry-After", "7")));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(250, people.Count);
        Assert.Equal(TimeSpan.FromSeconds(7), Passed);
    }

    [Fact]
    public async Task A_refused_request_is_repeated_at_the_date_that_the_platform_named()
    {
        Site.Next(Status(429, null, "", ("Retry-After", ManualClock.Start.AddSeconds(31).ToString("R", CultureInfo.InvariantCulture))));

        Assert.Null((await ReadAsync()).Fault);
        Assert.Equal(TimeSpan.FromSeconds(31), Passed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Mon, 02 Mar 1998 09:00:00 GMT")]
    public async Task Without_a_usable_time_it_waits_a_little_of_its_own(string? retryAfter)
    {
        Site.Next(retryAfter is null ? Status(429, null, "") : Status(429, null, "", ("Retry-After", retryAfter)));

        Assert.Null((await ReadAsync()).Fault);
        Assert.InRange(Passed, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData(null, null)]
    public async Task Refused_every_time_it_gives_up_and_says_throttled(string? retryAfter, double? told)
    {
        Site.Always(retryAfter is null ? Status(429, null, "") : Status(429, null, "", ("Retry-After", retryAfter)));

        var fault = (await ReadAsync()).Fault;

        Assert.Equal((SourceFaultKind.Throttled, told), (fault?.Kind, fault?.RetryAfter?.TotalSeconds));
        Assert.Equal(Tries, Site.Requests.Count);
    }

    [Theory]
    [InlineData(429, SourceFaultKind.Throttled)]
    [InlineData(503, SourceFaultKind.Unavailable)]
    public async Task A_wait_of_an_hour_ends_the_reading_at_once(int status, SourceFaultKind expected)
    {
        Site.Always(Status(status, null, "", ("Retry-After", "3600")));

        var fault = (await ReadAsync()).Fault;

        Assert.Equal((expected, TimeSpan.FromHours(1)), (fault?.Kind, fault?.RetryAfter));
        Assert.Single(Site.Requests);
        Assert.Equal(TimeSpan.Zero, Passed);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_fault_of_the_platform_is_tried_three_times(int status)
    {
        Site.Always(Status(status, "text/html", "<!doctype html><title>Back soon</title>"));

        Assert.Equal(SourceFaultKind.Unavailable, (await ReadAsync()).Fault?.Kind);
        Assert.Equal(Tries, Site.Requests.Count);
    }

    [Fact]
    public async Task Good_again_at_the_third_try_is_good()
    {
        Site.Next(Status(503, null, ""));
        Site.Next(Status(429, null, ""));

        var (people, fault) = await ReadAsync();

        Assert.Null(fault);
        Assert.Equal(250, people.Count);
    }
}
