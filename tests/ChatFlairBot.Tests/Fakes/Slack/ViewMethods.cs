using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>views.*: modals and the home tab (docs.slack.dev/surfaces/modals, docs.slack.dev/surfaces/app-home).</summary>
internal static class ViewMethods
{
    private const int LargestView = 250_000;

    public static JsonObject Open(SlackCall call)
    {
        if (!call.Has("trigger_id")) return SlackJson.Refused("invalid_arguments", ["missing required field: trigger_id"]);
        if (call.Slack.Triggers.Use(call["trigger_id"], call.Workspace) is { } fault) return SlackJson.Refused(fault);
        if (Read(call, "modal", out var view) is { } refusal) return refusal;
        var shown = call.Slack.Views.Make(call.Workspace, view, id: null, call.At);
        return Store(call.Workspace, shown);
    }

    public static JsonObject Publish(SlackCall call)
    {
        if (!call.Workspace.Users.TryGetValue(call["user_id"], out var user) || user.IsDeleted) return SlackJson.Refused("user_not_found");
        if (Read(call, "home", out var view) is { } refusal) return refusal;
        var before = call.Workspace.Homes.GetValueOrDefault(user.Id);
        if (HashConflict(call, before)) return SlackJson.Refused("hash_conflict");
        var shown = call.Slack.Views.Make(call.Workspace, view, (string?)before?["id"], call.At);
        call.Workspace.Homes[user.Id] = shown;
        return Answer(shown);
    }

    public static JsonObject Update(SlackCall call)
    {
        var (field, name) = call.Has("view_id") ? ("id", call["view_id"]) : ("external_id", call["external_id"]);
        var before = call.Workspace.Views.Values.FirstOrDefault(view => name.Length > 0 && (string?)view[field] == name);
        if (before is null) return SlackJson.Refused("not_found");
        if (HashConflict(call, before)) return SlackJson.Refused("hash_conflict");
        if (Read(call, "modal", out var view) is { } refusal) return refusal;
        return Store(call.Workspace, call.Slack.Views.Make(call.Workspace, view, (string)before["id"]!, call.At));
    }

    private static bool HashConflict(SlackCall call, JsonObject? before) => call.Has("hash") && before is not null && call["hash"] != (string?)before["hash"];

    /// <summary>Slack names what is wrong with a view invalid_arguments, where it names the same in a message invalid_blocks.</summary>
    private static JsonObject? Read(SlackCall call, string type, out JsonObject view)
    {
        view = call.Json("view") as JsonObject ?? [];
        if (call.Json("view") is not JsonObject) return SlackJson.Refused("invalid_arguments", ["must provide an object [json-pointer:/view]"]);
        if (call["view"].Length > LargestView) return SlackJson.Refused("view_too_large");
        return SlackViewRules.Faults(view, type) is { Count: > 0 } faults ? SlackJson.Refused("invalid_arguments", faults) : null;
    }

    private static JsonObject Store(FakeWorkspace workspace, JsonObject view)
    {
        workspace.Views[(string)view["id"]!] = view;
        return Answer(view);
    }

    private static JsonObject Answer(JsonObject view)
    {
        var answer = SlackJson.Ok();
        answer["view"] = view.DeepClone();
        return answer;
    }
}
