using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Storing;

/// <summary>The history of new heights, as long as it is kept.</summary>
public interface IHistoryStore
{
    /// <summary>All rises of some sources since a time, in the order in which they were seen.</summary>
    Task<IReadOnlyList<Rise>> RisesAsync(IReadOnlyList<string> sources, DateTimeOffset since, CancellationToken token);

    /// <summary>All rises of one person, in the order in which they were seen.</summary>
    Task<IReadOnlyList<Rise>> RisesOfAsync(PersonId person, CancellationToken token);

    /// <summary>Whoever rose most since a time, highest rise first, with their standing now.</summary>
    Task<IReadOnlyList<Standing>> TopSinceAsync(string source, DateTimeOffset since, int most, CancellationToken token);

    /// <summary>Forgets rises and refused polls from before a time.</summary>
    /// <returns>How many rises there were.</returns>
    Task<int> ForgetBeforeAsync(DateTimeOffset time, CancellationToken token);

    /// <summary>When the history begins, or null when there is none.</summary>
    Task<DateTimeOffset?> BeginsAtAsync(CancellationToken token);
}
