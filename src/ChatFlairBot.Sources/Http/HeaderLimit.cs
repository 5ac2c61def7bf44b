namespace ChatFlairBot.Sources.Http;

/// <summary>A limit that an API tells in the headers of its answers.</summary>
/// <param name="CallsLeft">The header with the calls that are left.</param>
/// <param name="Seconds">The header with the seconds until there are more.</param>
/// <param name="Reserve">Calls that are left to others who share the token.</param>
internal sealed record HeaderLimit(string CallsLeft, string Seconds, int Reserve);
