using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Makes of a view that an app sent the view that Slack keeps: with ids, a hash and every field filled in.</summary>
internal sealed class SlackViews
{
    /// <summary>JSON as a vendor writes it: only what must be is escaped, so that its length means something.</summary>
    public static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.General) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _made;

    public JsonObject Make(FakeWorkspace workspace, JsonObject sent, string? id, DateTimeOffset now)
    {
        var number = ++_made;
        var isModal = (string?)sent["type"] == "modal";
        id ??= string.Create(CultureInfo.InvariantCulture, $"V{number:D10}");
        var view = new JsonObject { ["id"] = id, ["team_id"] = workspace.Id, ["type"] = sent["type"]!.DeepClone() };
        view["blocks"] = sent["blocks"]!.DeepClone();
        NameBlocks(view["blocks"] as JsonArray);
        view["private_metadata"] = (string?)sent["private_metadata"] ?? "";
        view["callback_id"] = (string?)sent["callback_id"] ?? "";
        view["state"] = new JsonObject { ["values"] = new JsonObject() };
        view["hash"] = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.{number:x8}");
        if (isModal) view["title"] = sent["title"]?.DeepClone();
        view["clear_on_close"] = sent["clear_on_close"]?.DeepClone() ?? false;
        view["notify_on_close"] = sent["notify_on_close"]?.DeepClone() ?? false;
        view["close"] = sent["close"]?.DeepClone();
        view["submit"] = sent["submit"]?.DeepClone();
        view["previous_view_id"] = null;
        view["root_view_id"] = id;
        view["app_id"] = FakeSlack.AppId;
        view["external_id"] = (string?)sent["external_id"] ?? "";
        view["app_installed_team_id"] = workspace.Id;
        view["bot_id"] = workspace.BotId;
        return view;
    }

    /// <summary>A block or an element that came without a name gets one.</summary>
    public static void NameBlocks(JsonArray? blocks)
    {
        var number = 0;
        foreach (var block in (blocks ?? []).OfType<JsonObject>())
        {
            block["block_id"] ??= string.Create(CultureInfo.InvariantCulture, $"blk{++number}");
            foreach (var element in Elements(block)) element["action_id"] ??= string.Create(CultureInfo.InvariantCulture, $"act{++number}");
        }
    }

    /// <summary>The parts of a block that somebody can operate.</summary>
    public static IEnumerable<JsonObject> Elements(JsonObject block) => (string?)block["type"] switch
    {
        "actions" => (block["elements"] as JsonArray ?? []).OfType<JsonObject>(),
        "section" when block["accessory"] is JsonObject accessory && (string?)accessory["type"] != "image" => [accessory],
        "input" when block["element"] is JsonObject element => [element],
        _ => [],
    };
}
