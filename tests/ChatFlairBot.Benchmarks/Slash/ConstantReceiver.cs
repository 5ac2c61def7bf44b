using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Slack.Inbound;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Answers the same to everything, about as long as a flair: what is left is the web server, the signature and the parsing.</summary>
internal sealed class ConstantReceiver : ISlackReceiver
{
    private readonly string _answer = new JsonObject { ["response_type"] = "ephemeral", ["text"] = "reputation" + new string('x', 1_200) }.ToJsonString();

    public Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token) => Task.FromResult(JsonNode.Parse(_answer));
}
