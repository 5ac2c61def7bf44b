using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Milestones;

/// <summary>A pure function from all people of a source together to milestones; what it has to remember between polls it is given and gives back.</summary>
public interface ICrowdRule
{
    /// <summary>The rule's name and edition.</summary>
    RuleVersion Version { get; }

    /// <summary>What an accepted poll reached.</summary>
    /// <param name="crowd">Everybody, as the snapshot is after the poll.</param>
    /// <param name="memory">What the rule gave back last time; null at first sight, which only seeds.</param>
    CrowdFindings Reached(Crowd crowd, string? memory);
}

/// <summary>What a rule found, and what it wants to know next time.</summary>
public sealed record CrowdFindings(IReadOnlyList<Milestone> Milestones, string? Memory);

/// <summary>All people of one source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="People">How many are listed.</param>
/// <param name="Total">The sum of their scores.</param>
/// <param name="Top">Those with the highest scores, highest first, at least all who share the last place that matters.</param>
/// <param name="Groups">The sum of scores of each department or group.</param>
public sealed record Crowd(string Source, long People, long Total, IReadOnlyList<(long Number, long Score)> Top, IReadOnlyDictionary<string, long> Groups)
{
    /// <summary>Stands for everybody together where a person is expected.</summary>
    public PersonId Everybody => new(Source, Number: 0);
}
