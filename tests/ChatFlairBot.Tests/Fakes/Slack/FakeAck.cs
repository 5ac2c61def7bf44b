using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>An acknowledgement as it arrived.</summary>
/// <param name="Socket">Where it arrived.</param>
/// <param name="EnvelopeId">What it acknowledges.</param>
/// <param name="Payload">The answer it carries; null for none.</param>
/// <param name="After">Real time since the delivery that it answers.</param>
internal sealed record FakeAck(FakeSocket Socket, string EnvelopeId, JsonNode? Payload, TimeSpan After);
