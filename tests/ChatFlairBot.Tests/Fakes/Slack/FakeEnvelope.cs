using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What Slack wraps an event, a command or an interaction in when it goes over a socket.</summary>
internal sealed record FakeEnvelope(string Type, bool TakesAnswer, JsonObject? Payload)
{
    public string Id { get; init; } = Guid.NewGuid().ToString();

    public static FakeEnvelope Event(string eventId) => new("events_api", false, new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = "T01TEAM0001",
        ["api_app_id"] = FakeSlack.AppId,
        ["event_id"] = eventId,
        ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = "U01ALICE001", ["tab"] = "home" },
    });

    public static FakeEnvelope Command(string text) => new("slash_commands", true, new JsonObject
    {
        ["command"] = "/flair",
        ["text"] = text,
        ["team_id"] = "T01TEAM0001",
        ["channel_id"] = "C01GENERAL1",
        ["user_id"] = "U01ALICE001",
        ["api_app_id"] = FakeSlack.AppId,
    });

    public static FakeEnvelope Interaction(string actionId) => new("interactive", true, new JsonObject
    {
        ["type"] = "block_actions",
        ["team"] = new JsonObject { ["id"] = "T01TEAM0001" },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = actionId }),
    });

    /// <param name="retry">0 for the first delivery.</param>
    public JsonObject ToJson(int retry)
    {
        var envelope = new JsonObject { ["envelope_id"] = Id, ["type"] = Type, ["accepts_response_payload"] = TakesAnswer };
        if (Payload is not null) envelope["payload"] = Payload.DeepClone();
        if (retry > 0) (envelope["retry_attempt"], envelope["retry_reason"]) = (retry, "timeout");
        return envelope;
    }
}
