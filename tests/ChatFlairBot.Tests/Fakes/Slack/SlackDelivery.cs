using System.Net;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What came of something that Slack delivered.</summary>
/// <param name="Status">The bot's status.</param>
/// <param name="Body">The bot's answer.</param>
/// <param name="ContentType">How the bot declared it.</param>
/// <param name="ResponseUrl">Where the bot may answer later; null where Slack gives none.</param>
/// <param name="TriggerId">What opens a view within three seconds; empty for events.</param>
internal sealed record SlackDelivery(HttpStatusCode Status, string Body, string? ContentType, ResponseUrl? ResponseUrl = null, string TriggerId = "");
