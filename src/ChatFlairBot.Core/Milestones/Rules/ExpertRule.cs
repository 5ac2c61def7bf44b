using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones.Rules;

/// <summary>Celebrates whoever is named an expert of a subject: a subject matter expert of a tag, or a field of expertise.</summary>
public sealed class ExpertRule : IMilestoneRule
{
    public RuleVersion Version => new("expert", 1);

    public IEnumerable<Milestone> Reached(StandingChange change) => change is { After.Honours.Expertise: { } now, HonoursBefore.Expertise: { } before }
        ? now.Except(before, StringComparer.OrdinalIgnoreCase).Select(subject => new Milestone(change.After.Person, MilestoneKey.Expert(subject), 0, Version) { Label = subject })
        : [];
}
