using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What Teams sends and answers, byte for byte; where each shape is from stands in SOURCES.md beside the files.</summary>
internal static class TeamsFixtures
{
    private static readonly string Folder = Repository.Path("tests", "ChatFlairBot.Tests", "Platforms", "Teams", "Fixtures");

    /// <summary>Every activity that Teams sends to a bot, by name.</summary>
    public static IReadOnlyList<string> Inbound { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name.Split('-')[0] is "installationUpdate" or "conversationUpdate" or "message" or "messageReaction" or "invoke").Order(StringComparer.Ordinal),
    ];

    public static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")))!;
}
