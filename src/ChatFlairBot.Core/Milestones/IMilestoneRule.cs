using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>A pure function from a change to milestones: no clock, no store, no memory.</summary>
public interface IMilestoneRule
{
    /// <summary>The rule's name and edition; raise the edition when the same change would give other milestones.</summary>
    RuleVersion Version { get; }

    /// <summary>What the change reached that this person never had before. Nothing at first sight: that only seeds.</summary>
    IEnumerable<Milestone> Reached(StandingChange change);

    /// <summary>The nearest score above <paramref name="score"/> that this rule would celebrate, or null when there is none or it is not about scores.</summary>
    long? NextAbove(long score) => null;
}
