using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Somebody as Teams shows them now.</summary>
/// <param name="Member">Who.</param>
/// <param name="IsOwner">Whether they own the team.</param>
/// <param name="Refusal">Why nothing is looked up about them, as the rest of a sentence that begins with their name; null when it is.</param>
internal sealed record TeamsMember(Member Member, bool IsOwner, string? Refusal);
