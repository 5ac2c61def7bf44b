using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates a badge that a person never had before, of the ranks that are worth a card.</summary>
public sealed class BadgeRule(IReadOnlyCollection<BadgeRank> ranks) : IMilestoneRule
{
    public RuleVersion Version => new("badge", 1);

    public IEnumerable<Milestone> Reached(StandingChange change)
    {
        if (change is not { After.Honours.Badges: { } badges, HonoursBefore.Badges: { } before }) return [];
        var held = before.Select(one => (one.Rank, one.Id)).ToHashSet();
        return badges
            .Where(badge => ranks.Contains(badge.Rank) && !held.Contains((badge.Rank, badge.Id)))
            .Select(badge => new Milestone(change.After.Person, MilestoneKey.Badge(badge), (long)badge.Rank, Version) { Label = badge.Name });
    }
}
