using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Somebody as Slack shows them now.</summary>
/// <param name="Member">Who.</param>
/// <param name="Zone">Their time zone, an IANA name, or null.</param>
/// <param name="Refusal">Why nothing is looked up about them, as the rest of a sentence that begins with their name; null when it is.</param>
internal sealed record SlackMember(Member Member, string? Zone, string? Refusal);
