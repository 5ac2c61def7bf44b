using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Milestones.Rules;

namespace ChatFlairBot.Settings;

/// <summary>The <c>Milestones</c> block.</summary>
internal sealed class MilestoneOptions : IValidatableObject
{
    /// <summary>The reputation that is celebrated.</summary>
    public IReadOnlyList<long> Reputation { get; set; } = [100, 500, 1_000, 2_500, 5_000, 10_000];

    /// <summary>Every so many points besides, so that nobody outgrows the list; 0 for off.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long ReputationEvery { get; set; } = 10_000;

    /// <summary>The rules in force. Their order decides which one the ledger names where two find the same milestone.</summary>
    public MilestoneRules Rules
    {
        get
        {
            List<IMilestoneRule> rules = [new ReputationThresholdRule(Reputation)];
            if (ReputationEvery > 0) rules.Add(new ReputationEveryRule(ReputationEvery));
            return new MilestoneRules(rules);
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var threshold in Reputation.Where(threshold => threshold < 2))
        {
            yield return new($"Reputation holds {threshold}; everybody starts at 1, so a milestone is at least 2.", [nameof(Reputation)]);
        }
    }
}
