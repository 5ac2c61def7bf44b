using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>Berlin is an hour ahead of UTC; 2 March 2026 is a Monday.</summary>
public sealed class SimulationTests
{
    private static readonly MilestoneRules Rules = new([new ReputationThresholdRule([100, 500, 1_000]), new ReputationEveryRule(10_000)]);
    private static readonly DateTimeOffset Noon = Calendar.At("2026-03-02T12:00Z");
    private static readonly DateTimeOffset Easter = Calendar.At("2026-04-05T00:00Z");

    [Fact]
    public void A_jump_over_several_thresholds_is_one_milestone_and_a_rise_between_two_is_none()
    {
        var result = Run(Immediately(0), Rise(1, 90, 1_200), Rise(2, 100, 499), Rise(3, 499, 500), Rise(3, 19_999, 20_000));

        Assert.Equal((3, 2, 3, 0), (result.Milestones, result.People, result.Cards, result.StillWaiting));
    }

    [Fact]
    public void Only_what_the_channel_wants_counts()
    {
        var result = Simulation.Run(
            [Rise(1, 90, 110), Rise(2, 90, 510), Rise(3, 90, 510)], Rules, (person, one) => person.Number != 3 && one.Height >= 500, Immediately(0), Easter);

        Assert.Equal((1, 1, 1), (result.Milestones, result.People, result.Cards));
    }

    [Fact]
    public void What_happens_after_the_end_is_left_out_and_what_is_due_after_it_still_waits()
    {
        var evening = Calendar.At("2026-03-02T18:00Z");

        var result = Simulation.Run(
            [Rise(1, 90, 110), Rise(2, 90, 110) with { At = evening }, Rise(3, 90, 110) with { At = evening.AddHours(2) }],
            Rules,
            (_, _) => true,
            Immediately(0),
            evening.AddHours(1));

        Assert.Equal((2, 1, 1), (result.Milestones, result.Cards, result.StillWaiting));
    }

    [Fact]
    public void What_a_day_cannot_take_comes_with_a_digest_the_next_morning()
    {
        var rises = Enumerable.Range(1, 5).Select(person => Rise(person, 90, 110) with { At = Noon.AddMinutes(person) });

        var result = Run(Immediately(2), [.. rises]);

        Assert.Equal([new(new DateOnly(2026, 3, 2), 2, 0, 0), new(new DateOnly(2026, 3, 3), 1, 1, 2)], result.Days);
        Assert.Equal((3, 1, 2), (result.Cards, result.Digests, result.DigestLines));
        Assert.Equal(result.Days[0], result.Busiest);
    }

    [Fact]
    public void A_daily_channel_hears_one_digest_and_a_single_line_as_a_card()
    {
        var terms = Immediately(3) with { Pace = Pace.Daily, DigestAt = new TimeOnly(9, 0) };

        var result = Run(terms, Rise(1, 90, 110), Rise(2, 90, 110), Rise(3, 90, 110) with { At = Noon.AddDays(1) });

        Assert.Equal([new(new DateOnly(2026, 3, 3), 0, 1, 2), new(new DateOnly(2026, 3, 4), 1, 0, 0)], result.Days);
    }

    [Fact]
    public void A_flood_leaves_in_digests_of_a_thousand_day_by_day()
    {
        var rises = Enumerable.Range(1, 2_501).Select(person => Rise(person, 90, 110)).ToArray();

        var result = Run(Immediately(1), rises);

        Assert.Equal([1_000, 1_000, 501], result.Days.Select(day => day.DigestLines));
        Assert.Equal((2_501, 0, 3, 0), (result.People, result.Cards, result.Digests, result.StillWaiting));
    }

    [Fact]
    public void Where_nothing_happened_nothing_is_heard()
    {
        var result = Run(Immediately(0));

        Assert.Equal((0, 0, 0, 0, 0), (result.Milestones, result.People, result.Cards, result.Digests, result.StillWaiting));
        Assert.Empty(result.Days);
        Assert.Null(result.Busiest);
    }

    private static Terms Immediately(int perDay) => new(Pace.Immediately, default, default, Calendar.Hours("Europe/Berlin", "18:00-08:00"), perDay);

    private static Rise Rise(long person, long before, long after) => new(new PersonId("acme", person), Noon, before, after);

    private static SimulationResult Run(Terms terms, params Rise[] rises) => Simulation.Run(rises, Rules, (_, _) => true, terms, Easter);
}
