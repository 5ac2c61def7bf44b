using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>What Slack sends and answers, byte for byte; see the README beside the files.</summary>
internal static class SlackFixtures
{
    /// <summary>When the fixtures were signed.</summary>
    public static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1_763_800_000);

    /// <summary>Every request that was signed beforehand.</summary>
    public static IReadOnlyList<SignedRequest> Signed { get; } =
    [
        .. Read("signed-requests.json")["requests"]!.AsArray().Select(one => new SignedRequest(
            (string)one!["file"]!, (string)one["content_type"]!, (string)one["timestamp"]!, (string)one["signature"]!)),
    ];

    public static byte[] Bytes(string file) => File.ReadAllBytes(Repository.Path("tests", "ChatFlairBot.Tests", "Platforms", "Slack", "Fixtures", file));

    public static JsonNode Read(string file) => JsonNode.Parse(Bytes(file))!;

    internal sealed record SignedRequest(string File, string ContentType, string Timestamp, string Signature)
    {
        public override string ToString() => File;
    }
}
