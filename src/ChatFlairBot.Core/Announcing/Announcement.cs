using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Announcing;

/// <summary>A ledger row that is to be celebrated, with the person as the snapshot knows them now.</summary>
/// <param name="Number">The ledger row.</param>
/// <param name="Key">What was reached.</param>
/// <param name="Height">Its place among milestones of its kind.</param>
/// <param name="ReachedAt">When the poll that saw it was accepted.</param>
/// <param name="Standing">The person's words and score now; of everybody together, number 0 and no words.</param>
public sealed record Announcement(long Number, MilestoneKey Key, long Height, DateTimeOffset ReachedAt, Standing Standing)
{
    /// <summary>What the key calls by an id only: a badge's name, a department.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the account was hidden or went since: then there is nobody left to celebrate.</summary>
    public bool IsOfNobody => !IsCollective && !Standing.IsListed;

    /// <summary>Whether it is of everybody, or of a department, and not of one person.</summary>
    public bool IsCollective => Standing.Person.Number == 0;
}
