using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Inbound;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>Answers everything with the same card of somebody's flair. What is left is the web server, the signature, the memory of requests and the parsing.</summary>
internal sealed class ConstantReceiver(SlackSay say) : ISlackReceiver
{
    private readonly JsonNode _answer = say.Privately(new Card(CardKind.Flair, Name, $"{Name} has 1,234 reputation on benchmark, rank 12,345 of 100,000.")
    {
        Facts = [new("Reputation", "1,234"), new("Rank", "12,345 of 100,000")],
        Progress = new(1_234, 2_000, "766 to 2,000"),
        Footer = "benchmark",
    });

    /// <summary>Whom the answer is about.</summary>
    public static string Name => "Baba Babelaba";

    public Task<JsonNode?> ReceiveAsync(SlackInbound inbound, CancellationToken token) => Task.FromResult<JsonNode?>(_answer);
}
