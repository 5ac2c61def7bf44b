using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>One call of the connector as it came.</summary>
/// <param name="Connector">Which one.</param>
/// <param name="Operation">One of <see cref="ConnectorOperations"/>.</param>
/// <param name="Id">The conversation in the path, with <c>;messageid=</c> where it has one; for a team's, the team.</param>
/// <param name="Other">The activity or member in the path; empty where there is none.</param>
internal sealed record ConnectorCall(FakeConnector Connector, string Operation, string Id, string Other)
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Region and tenant of the service url that was called.</summary>
    public required string Service { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public string Authorization { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>The body, where it is an object.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>What was answered; null as long as nothing was.</summary>
    public ConnectorAnswer? Answer { get; set; }

    public bool IsTargeted => Query.GetValueOrDefault("isTargetedActivity") == "true";

    /// <summary>The channel or chat, without the thread.</summary>
    public string RoomId => RoomIdOf(Operation == ConnectorOperations.Create ? (string?)Body?["channelData"]?["channel"]?["id"] ?? "" : Id);

    /// <summary>The thread's first message; null where the path names none.</summary>
    public string? Root => Id.IndexOf(FakeConnector.Thread, StringComparison.Ordinal) is var at and >= 0 ? Id[(at + FakeConnector.Thread.Length)..] : null;

    public bool Writes => Operation is ConnectorOperations.Create or ConnectorOperations.Send or ConnectorOperations.Reply or ConnectorOperations.Update or ConnectorOperations.Delete;

    /// <summary>The activity that it wants to be posted; null where it brings none.</summary>
    public JsonObject? Activity => Operation == ConnectorOperations.Create ? Body?["activity"] as JsonObject : Body;

    /// <summary>Writes down what Teams would let pass but a careful caller would not do.</summary>
    public void Fault(string what) => Connector.AddFault($"{Operation}: {what}");

    private static string RoomIdOf(string id) => id.IndexOf(FakeConnector.Thread, StringComparison.Ordinal) is var at and >= 0 ? id[..at] : id;
}
