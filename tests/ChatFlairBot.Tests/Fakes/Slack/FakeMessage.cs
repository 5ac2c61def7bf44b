using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A message as it lies in a channel.</summary>
internal sealed class FakeMessage(FakeWorkspace workspace, string ts, string user)
{
    public FakeWorkspace Workspace => workspace;

    public required FakeChannel Channel { get; init; }

    /// <summary>Its time, which is also its name within the channel.</summary>
    public string Ts => ts;

    public string User => user;

    public required DateTimeOffset At { get; init; }

    public string? ThreadTs { get; init; }

    /// <summary>Who alone sees it; null for everybody.</summary>
    public string? EphemeralTo { get; init; }

    public string Text { get; set; } = "";

    public JsonArray? Blocks { get; private set; }

    public JsonObject? Metadata { get; set; }

    public int Edits { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>Takes blocks over and gives those a name that came without one, as Slack does.</summary>
    public void Show(JsonArray? blocks)
    {
        Blocks = (JsonArray?)blocks?.DeepClone();
        SlackViews.NameBlocks(Blocks);
    }

    public JsonObject ToJson(bool withMetadata = true)
    {
        var json = new JsonObject { ["user"] = User, ["type"] = "message", ["ts"] = Ts };
        if (User == Workspace.BotUserId)
        {
            json["bot_id"] = Workspace.BotId;
            json["app_id"] = FakeSlack.AppId;
        }

        json["text"] = Text;
        json["team"] = Workspace.Id;
        if (ThreadTs is not null) json["thread_ts"] = ThreadTs;
        if (Blocks is not null) json["blocks"] = Blocks.DeepClone();
        if (Edits > 0) json["edited"] = new JsonObject { ["user"] = User, ["ts"] = Ts };
        if (withMetadata && Metadata is not null) json["metadata"] = Metadata.DeepClone();
        return json;
    }
}
