using System.Text.Json.Nodes;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Platforms.Slack.Inbound;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Answers everything with the same card. What is left is the web server, the signature, the memory of requests and the parsing.</summary>
internal sealed class ConstantReceiver(SlackSay say) : ISlackReceiver
{
    private readonly JsonNode _answer = say.Privately(ConstantCard.Card);

    public Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token) => Task.FromResult<JsonNode?>(_answer);
}
