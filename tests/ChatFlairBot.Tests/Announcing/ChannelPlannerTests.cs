using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Tests.Announcing;

public sealed class ChannelPlannerTests
{
    private static readonly DateTimeOffset Noon = Calendar.At("2026-03-02T12:00Z");
    private static readonly DateTimeOffset NextMorning = Calendar.At("2026-03-03T08:00Z");

    [Theory]
    [InlineData(Pace.Immediately, 0, 0, 3, "1 2 3", "")]
    [InlineData(Pace.Immediately, 0, 10_000, 3, "1 2 3", "")]
    [InlineData(Pace.Immediately, 3, 0, 3, "1 2 3", "")]
    [InlineData(Pace.Immediately, 3, 0, 5, "5 4", "1 2 3")]
    [InlineData(Pace.Immediately, 3, 1, 5, "5", "1 2 3 4")]
    [InlineData(Pace.Immediately, 3, 2, 5, "", "1 2 3 4 5")]
    [InlineData(Pace.Immediately, 3, 2, 1, "1", "")]
    [InlineData(Pace.Immediately, 1, 0, 2, "", "1 2")]
    [InlineData(Pace.Daily, 0, 0, 1, "1", "")]
    [InlineData(Pace.Daily, 0, 0, 3, "", "1 2 3")]
    [InlineData(Pace.Daily, 3, 0, 3, "", "1 2 3")]
    [InlineData(Pace.Daily, 3, 2, 1, "1", "")]
    [InlineData(Pace.Weekly, 3, 2, 3, "", "1 2 3")]
    [InlineData(Pace.Weekly, 1, 0, 1, "1", "")]
    public void What_is_left_of_the_day_is_used_for_cards_and_one_digest(Pace pace, int perDay, int sentToday, int due, string cards, string digest)
    {
        // The later ones are the rarer.
        var lines = Enumerable.Range(1, due).Select(number => Line(number, rarity: 1.0 / number)).Reverse().ToList();

        var plan = ChannelPlanner.Next(Terms(pace, perDay), sentToday, lines, Noon);

        Assert.Equal((cards, digest), (string.Join(' ', plan.Cards), string.Join(' ', plan.Digest)));
        Assert.Null(plan.LaterUntil);
    }

    [Theory]
    [InlineData(Pace.Immediately, 3, 3)]
    [InlineData(Pace.Immediately, 3, 4)]
    [InlineData(Pace.Daily, 1, 1)]
    [InlineData(Pace.Weekly, 1, 2)]
    public void When_the_day_is_full_everything_waits_for_the_next(Pace pace, int perDay, int sentToday)
    {
        var plan = ChannelPlanner.Next(Terms(pace, perDay), sentToday, [Line(1), Line(2)], Noon);

        Assert.Equal((0, 0, Later(pace, perDay)), (plan.Cards.Count, plan.Digest.Count, plan.LaterUntil));
    }

    [Theory]
    [InlineData(Pace.Immediately)]
    [InlineData(Pace.Daily)]
    [InlineData(Pace.Weekly)]
    public void While_it_is_closed_everything_waits_for_the_opening(Pace pace)
    {
        var plan = ChannelPlanner.Next(Terms(pace, 0), 0, [Line(1), Line(2)], NextMorning.AddMinutes(-1));

        Assert.Equal((0, 0, NextMorning), (plan.Cards.Count, plan.Digest.Count, plan.LaterUntil));
    }

    [Theory]
    [InlineData("2026-03-02T12:00Z")]
    [InlineData("2026-03-02T02:00Z")]
    public void Where_nothing_is_due_nothing_waits(string now)
    {
        var plan = ChannelPlanner.Next(Terms(Pace.Daily, 1), 1, [], Calendar.At(now));

        Assert.Equal((0, 0, null), (plan.Cards.Count, plan.Digest.Count, plan.LaterUntil));
    }

    [Fact]
    public void Of_equally_rare_ones_the_higher_and_then_the_older_number_is_a_card()
    {
        WaitingLine[] lines = [Line(1, 0.5, 900), Line(2, 0.1, 100), Line(3, 0.1, 500), Line(4, 0.1, 500), Line(5, 0.2, 5_000), Line(6, 0.9, 1)];

        var plan = ChannelPlanner.Next(Terms(Pace.Immediately, 5), 0, lines, Noon);

        Assert.Equal(([3, 4, 2, 5], [1, 6]), (plan.Cards, plan.Digest), (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2));
    }

    [Fact]
    public void Cards_and_digests_tell_first_what_was_due_first()
    {
        WaitingLine[] lines = [Line(1) with { DueAt = Noon }, Line(2), Line(3) with { DueAt = Noon.AddHours(-2) }, Line(4)];

        Assert.Equal([3, 2, 4, 1], ChannelPlanner.Next(Terms(Pace.Immediately, 0), 0, lines, Noon).Cards);
        Assert.Equal([3, 2, 4, 1], ChannelPlanner.Next(Terms(Pace.Daily, 0), 0, lines, Noon).Digest);
    }

    [Theory]
    [InlineData(Pace.Immediately, 3, 1_002, 2, 1_000, false)]
    [InlineData(Pace.Immediately, 3, 1_003, 2, 1_000, true)]
    [InlineData(Pace.Immediately, 0, 5_000, 5_000, 0, false)]
    [InlineData(Pace.Daily, 0, 1_000, 0, 1_000, false)]
    [InlineData(Pace.Daily, 0, 1_001, 0, 1_000, true)]
    [InlineData(Pace.Weekly, 3, 5_000, 0, 1_000, true)]
    public void A_digest_has_its_bounds_and_the_rest_waits_for_the_next_day(Pace pace, int perDay, int due, int cards, int digest, bool waits)
    {
        var lines = Enumerable.Range(1, due).Select(number => Line(number)).ToList();

        var plan = ChannelPlanner.Next(Terms(pace, perDay), 0, lines, Noon);

        Assert.Equal((cards, digest, waits ? Later(pace, perDay) : null), (plan.Cards.Count, plan.Digest.Count, plan.LaterUntil));
        Assert.Equal(cards + digest, plan.Cards.Concat(plan.Digest).Distinct().Count());
    }

    private static Terms Terms(Pace pace, int perDay) => new(pace, new TimeOnly(12, 0), DayOfWeek.Monday, Calendar.Hours("UTC", "18:00-08:00"), perDay);

    private static WaitingLine Line(long number, double rarity = 0.5, long height = 100) => new(number, Noon.AddHours(-1), rarity, height);

    // What digests carry waits for the next digest, what comes at once for the opening.
    private static DateTimeOffset? Later(Pace pace, int perDay) => pace == Pace.Immediately ? NextMorning : Terms(pace, perDay).DueAt(NextMorning);
}
