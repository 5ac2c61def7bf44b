using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Milestones</c> block.</summary>
internal sealed class MilestoneOptions : IValidatableObject
{
    /// <summary>The reputation that is celebrated.</summary>
    public IReadOnlyList<long> Reputation { get; set; } = [100, 500, 1_000, 2_500, 5_000, 10_000];

    /// <summary>Every so many points besides, so that nobody outgrows the list; 0 for off.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long ReputationEvery { get; set; } = 10_000;

    /// <summary>Every level of sources that have levels.</summary>
    public bool Levels { get; set; } = true;

    /// <summary>Badges of these ranks.</summary>
    public IReadOnlyList<BadgeRank> Badges { get; set; } = [BadgeRank.Gold];

    /// <summary>Places among the first of a source.</summary>
    public IReadOnlyList<int> Ranks { get; set; } = [10, 3, 1];

    /// <summary>For how many polls in a row a place is held before it counts.</summary>
    [Range(1, 10_000, ErrorMessage = "{0} is from 1 to 10000.")]
    public int RankPolls { get; set; } = 24;

    /// <summary>Whoever becomes an expert of a subject.</summary>
    public bool Experts { get; set; } = true;

    /// <summary>Everybody's first points.</summary>
    public bool FirstPoints { get; set; }

    /// <summary>Every so many points of everybody together; 0 for off.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long Collective { get; set; } = 100_000;

    /// <summary>Whether departments and groups have sums of their own.</summary>
    public bool CollectiveOfGroups { get; set; }

    /// <summary>The rules in force. Their order decides which one the ledger names where two find the same milestone.</summary>
    public MilestoneRules Rules
    {
        get
        {
            List<IMilestoneRule> rules = [new ReputationThresholdRule(Reputation)];
            if (ReputationEvery > 0) rules.Add(new ReputationEveryRule(ReputationEvery));
            if (Levels) rules.Add(new LevelRule());
            if (Badges.Count > 0) rules.Add(new BadgeRule(Badges));
            if (Experts) rules.Add(new ExpertRule());
            if (FirstPoints) rules.Add(new FirstPointsRule());
            List<ICrowdRule> crowd = [];
            if (Ranks.Count > 0) crowd.Add(new RankRule(Ranks, RankPolls));
            if (Collective > 0) crowd.Add(new CollectiveRule(Collective, CollectiveOfGroups));
            return new MilestoneRules(rules, crowd);
        }
    }

    /// <summary>All of it in one line, to notice a change.</summary>
    public string InWords =>
        $"reputation {string.Join(", ", Reputation.Order())}; every {ReputationEvery}; levels {Levels}; badges {string.Join(", ", Badges.Order())}; ranks {string.Join(", ", Ranks.Order())}; "
        + $"experts {Experts}; first points {FirstPoints}; collective {Collective}, of groups {CollectiveOfGroups}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var threshold in Reputation.Where(threshold => threshold < 2))
        {
            yield return new($"Reputation holds {threshold}; everybody starts at 1, so a milestone is at least 2.", [nameof(Reputation)]);
        }

        foreach (var rank in Ranks.Where(rank => rank is < 1 or > 50))
        {
            yield return new($"Ranks holds {rank}; a place is from 1 to 50.", [nameof(Ranks)]);
        }
    }
}
