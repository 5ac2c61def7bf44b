using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>Looks people up in the snapshots, without waiting for a poll.</summary>
public interface IStandingReader
{
    Task<RankedStanding?> FindAsync(PersonId person, CancellationToken token);

    /// <summary>People whose name fits: the very name, else a first name, else the start of the name, else of a later word.</summary>
    /// <param name="name">As a colleague types it: case, accents and the signs . _ - do not matter.</param>
    /// <param name="sources">Only people of these sources: the store remembers also those that are not watched any more.</param>
    /// <param name="most">The most people returned, 1 to 100.</param>
    /// <param name="token">Ends the search.</param>
    /// <returns>Only the first of these groups that has anybody, highest score first.</returns>
    Task<IReadOnlyList<Standing>> SearchAsync(string name, IReadOnlyList<string> sources, int most, CancellationToken token);

    /// <summary>The people with the highest scores of one source.</summary>
    Task<IReadOnlyList<Standing>> TopAsync(string source, int most, CancellationToken token);

    /// <summary>How rare a milestone is among the people of its source, by the numbers of now.</summary>
    Task<Rarity> RarityAsync(Announcement announcement, CancellationToken token);

    /// <summary>How many people each source's snapshot holds.</summary>
    Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken token);
}

/// <summary>A standing with its place among all people of its source.</summary>
/// <param name="Standing">Who and how many points.</param>
/// <param name="Rank">1 for the highest score; people with the same score share a rank.</param>
/// <param name="Of">How many people the source has.</param>
public sealed record RankedStanding(Standing Standing, long Rank, long Of);
