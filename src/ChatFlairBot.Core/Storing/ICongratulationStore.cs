using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Counts who was glad about a card.</summary>
public interface ICongratulationStore
{
    /// <summary>Counts a member once for a delivery.</summary>
    /// <returns>Whether they are counted for the first time.</returns>
    Task<bool> AddAsync(long delivery, MemberId member, DateTimeOffset at, CancellationToken token);

    /// <returns>How many there are, 0 or above.</returns>
    Task<int> CountAsync(long delivery, CancellationToken token);
}
