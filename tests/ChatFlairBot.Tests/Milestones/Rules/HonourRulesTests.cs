using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Tests.Milestones.Rules;

/// <summary>Levels, badges, experts and first points: what is news, and what only seeds.</summary>
public sealed class HonourRulesTests
{
    private static readonly Badge Guru = new(BadgeRank.Gold, "17", "Guru");
    private static readonly Badge Editor = new(BadgeRank.Bronze, "3", "Editor");

    public static TheoryData<Honours?, Honours, string> Cases => new()
    {
        { new Honours(Level: 4), new Honours(Level: 5), "level:5" },
        { new Honours(Level: 5), new Honours(Level: 5), "" },
        { new Honours(Level: 6), new Honours(Level: 5), "" },
        { null, new Honours(Level: 5, Badges: [Guru], Expertise: ["kubernetes"]), "" },
        { new Honours(Badges: [Editor]), new Honours(Badges: [Editor, Guru]), "badge:gold:17" },
        { new Honours(Badges: [Guru]), new Honours(Badges: [Guru with { Name = "Wise one" }]), "" },
        { new Honours(Badges: []), new Honours(Badges: [Editor]), "" },
        { new Honours(Level: 4), new Honours(Level: 4, Badges: [Guru]), "" },
        { new Honours(Expertise: ["sql"]), new Honours(Expertise: ["SQL", "kubernetes"]), "expert:kubernetes" },
        { new Honours(Expertise: ["sql"]), new Honours(Expertise: []), "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_what_was_never_held_and_was_known_not_to_be_is_news(Honours? before, Honours after, string expected)
    {
        var rules = new MilestoneRules([new LevelRule(), new BadgeRule([BadgeRank.Gold]), new ExpertRule()]);
        var change = new StandingChange(new Standing(new PersonId("acme", 7), "Ada", 10, null, null) { Honours = after }, new Mark(10, 10)) { HonoursBefore = before };

        Assert.Equal(expected, string.Join(' ', rules.Reached(change).Select(one => one.Milestone.Key)));
    }

    [Theory]
    [InlineData(0, 0, 10, true)]
    [InlineData(1, 1, 2, true)]
    [InlineData(1, 40, 10, false)]
    [InlineData(1, 1, 1, false)]
    [InlineData(0, 0, 1, false)]
    public void First_points_come_once(long score, long highest, long after, bool expected)
    {
        var change = new StandingChange(new Standing(new PersonId("acme", 7), "Ada", after, null, null), new Mark(score, highest));

        Assert.Equal(expected, new FirstPointsRule().Reached(change).Any());
    }

    [Fact]
    public void A_place_counts_once_it_was_held_and_whoever_had_it_at_first_sight_is_no_news()
    {
        var rule = new RankRule([1], polls: 3);
        string? memory = null;
        var found = new List<string>();
        foreach (var first in (long[])[1, 2, 2, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2])
        {
            var (milestones, next) = rule.Reached(new Crowd("acme", 100, 0, [(first, 50), (3 - first, 40)], new Dictionary<string, long>(StringComparer.Ordinal)), memory);
            memory = next;
            found.AddRange(milestones.Select(one => $"{one.Person.Number} {one.Key}"));
        }

        Assert.Equal(["2 rank:1"], found);
    }

    [Fact]
    public void Being_first_of_four_is_no_feat() =>
        Assert.Empty(new RankRule([1], polls: 1).Reached(new Crowd("acme", 4, 0, [(1, 50)], new Dictionary<string, long>(StringComparer.Ordinal)), """{"1":1}""").Milestones);

    [Fact]
    public void A_sum_is_passed_once_and_seeds_at_first_sight()
    {
        var rule = new CollectiveRule(1_000, ofGroups: true);
        string? memory = null;
        var found = new List<string>();
        foreach (var total in (long[])[1_500, 1_990, 2_010, 1_990, 2_020, 4_100])
        {
            var (milestones, next) = rule.Reached(new Crowd("acme", 100, total, [], new Dictionary<string, long>(StringComparer.Ordinal) { ["R & D"] = total / 2 }), memory);
            memory = next;
            found.AddRange(milestones.Select(one => one.Key.ToString()));
        }

        Assert.Equal(["collective:2000", "collective:1000:R & D", "collective:4000", "collective:2000:R & D"], found);
    }
}
