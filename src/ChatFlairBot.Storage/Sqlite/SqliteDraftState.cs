using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>What a draft knows of its source when it begins.</summary>
/// <param name="Last">The last accepted poll, or null.</param>
/// <param name="Site">The site that the snapshot is of.</param>
/// <param name="People">People listed.</param>
/// <param name="IsSeeding">Whether the next poll celebrates nothing.</param>
/// <param name="Forgotten">Hashes of people who asked to be forgotten.</param>
internal sealed record SqliteDraftState(PollRecord? Last, string? Site, long People, bool IsSeeding, IReadOnlySet<string> Forgotten);
