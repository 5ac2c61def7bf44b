using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>What holds of all terms, in all zones, at all times.</summary>
public sealed class RandomTermsTests
{
    private const int Rounds = 250;
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public static TheoryData<string> Zones { get; } = [.. Calendar.Zones];

    [Theory]
    [MemberData(nameof(Zones))]
    public void The_next_opening_is_open_and_nothing_before_it_is(string zone)
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var hours = RandomTerms.Next(random, zone).Hours;
            var at = RandomTerms.Instant(random, hours.Zone);

            var opening = hours.NextOpening(at);

            var where = $"Round {round}: {hours} opens at {opening:O} after {at:O}";
            Assert.True(opening >= at && hours.IsOpen(opening), where);
            Assert.True(opening - at < TimeSpan.FromDays(15), where);
            Assert.True(opening == at || !hours.IsOpen(opening.AddTicks(-1)), where);
            for (var between = at; between < opening; between += Quarter) Assert.False(hours.IsOpen(between), where);
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void The_next_day_is_the_first_opening_once_the_wall_shows_a_later_day(string zone)
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            var hours = RandomTerms.Next(random, zone).Hours;
            var at = RandomTerms.Instant(random, hours.Zone);

            var next = hours.NextDay(at);

            var where = $"Round {round}: {hours} has {next:O} as the day after {at:O}";
            Assert.True(next > at && hours.IsOpen(next), where);
            // Clocks and openings keep to the quarters of an hour, also where Sunday was a minute long before Saturday came again.
            var begun = at.AddTicks(-(at.Ticks % Quarter.Ticks));
            while (hours.DayOf(begun) <= hours.DayOf(at)) begun += Quarter;
            for (; begun < next; begun += Quarter) Assert.False(hours.IsOpen(begun), where);
            Assert.True(begun - next < Quarter, where);
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void What_happens_later_is_not_due_earlier_and_nothing_is_due_while_closed(string zone)
    {
        var random = new Random(3);
        for (var round = 0; round < Rounds; round++)
        {
            var terms = RandomTerms.Next(random, zone);
            var at = RandomTerms.Instant(random, terms.Hours.Zone);
            var last = DateTimeOffset.MinValue;
            for (var step = 0; step < 20; step++, at += TimeSpan.FromSeconds(random.Next(40_000)))
            {
                var due = terms.DueAt(at);

                var where = $"Round {round}: {terms} makes {due:O} of {at:O}, after {last:O}";
                Assert.True(due >= at && due >= last, where);
                Assert.True(terms.Hours.IsOpen(due), where);
                Assert.True(terms.DueAt(due) == due, where);
                Assert.True(due - at < TimeSpan.FromDays(terms.Pace == Pace.Weekly ? 22 : 16), where);
                last = due;
            }
        }
    }
}
