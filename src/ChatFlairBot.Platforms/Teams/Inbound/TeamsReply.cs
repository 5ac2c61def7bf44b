using System.Text.Json.Nodes;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>An answer on its way.</summary>
/// <param name="Message">What is said.</param>
/// <param name="IsPrivate">Whether it is for the asker alone.</param>
/// <param name="Otherwise">What to say openly when it cannot be said privately; null for nothing.</param>
internal sealed record TeamsReply(JsonObject Message, bool IsPrivate, JsonObject? Otherwise = null);
