using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>A year of random milestones, told line by line and simulated.</summary>
public sealed class SimulatedYearTests
{
    private const int TermsPerZone = 6;
    private static readonly MilestoneRules Rules = new([new ReputationThresholdRule([100])]);
    private static readonly DateTimeOffset NewYear = Calendar.At("2026-01-01T00:00Z");

    public static TheoryData<string> Zones { get; } = [.. Calendar.Zones];

    [Theory]
    [MemberData(nameof(Zones))]
    public void No_day_has_too_many_messages_none_comes_while_closed_nothing_is_lost_and_the_simulation_says_the_same(string zone)
    {
        var random = new Random(4);
        for (var round = 0; round < TermsPerZone; round++)
        {
            var terms = RandomTerms.Next(random, zone);
            var rises = Year(random);
            var until = NewYear.AddDays(random.Next(300, 400));
            var model = new ModelChannel(terms);
            foreach (var rise in rises.Where(rise => rise.At <= until)) model.Reach(rise.At, random.NextDouble());
            model.PlayTo(until);

            var result = Simulation.Run(rises, Rules, (_, _) => true, terms, until);

            Assert.Equal(model.Days.Values, result.Days);
            Assert.Equal(model.Waiting, result.StillWaiting);
            Assert.Equal(rises.Count(rise => rise.At <= until), result.Milestones);
            Assert.Equal(result.Milestones, result.Cards + result.DigestLines + result.StillWaiting);
            Assert.NotEmpty(result.Days);
        }
    }

    // Polls at all hours, most with nothing, some with a few, and now and then half the company at once.
    private static List<Rise> Year(Random random)
    {
        var rises = new List<Rise>();
        for (var at = NewYear; at < NewYear.AddDays(365); at += TimeSpan.FromSeconds(random.Next(60, 40_000)))
        {
            var people = random.Next(250) == 0 ? random.Next(2_500) : Math.Max(0, random.Next(-6, 5));
            for (var person = 0; person < people; person++) rises.Add(new(new PersonId("acme", rises.Count + 1), at, 99, 100));
        }

        return rises;
    }
}
