using Microsoft.IdentityModel.Tokens;

namespace ChatFlairBot.Platforms.Teams.Auth;

/// <summary>A key that Teams signs with.</summary>
/// <param name="Key">The public half.</param>
/// <param name="Endorsements">The chat systems that it may sign for: <c>msteams</c>.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);
