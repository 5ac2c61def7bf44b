using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>conversations.*: rooms, and what was said in them.</summary>
internal static class RoomMethods
{
    // docs.slack.dev/changelog/2025/05/29: a newly distributed app reads 15 objects a minute.
    private const int FewestObjects = 15;
    private const int UsualObjects = 100;
    private const int MostObjects = 999;

    public static JsonObject Info(SlackCall call)
    {
        if (MayNot(call, "read") is { } refusal) return refusal;
        if (Find(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if (!call.Allows(Scope(channel, "read"))) return Missing(call, Scope(channel, "read"));
        var answer = SlackJson.Ok();
        answer["channel"] = channel.ToJson();
        if (!call.Flag("include_num_members")) answer["channel"]!.AsObject().Remove("num_members");
        return answer;
    }

    public static JsonObject Open(SlackCall call)
    {
        var users = call["users"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (users.Length != 1) return SlackJson.Refused(users.Length == 0 ? "users_list_not_supplied" : "not_enough_users");
        if (!call.Workspace.Users.TryGetValue(users[0], out var user)) return SlackJson.Refused("user_not_found");
        if (user.IsDeleted) return SlackJson.Refused("user_disabled");
        if (user.IsBot) return SlackJson.Refused("cannot_dm_bot");
        if (user.IsStranger) return SlackJson.Refused("user_not_visible");
        var isThere = call.Workspace.Channels.TryGetValue(DirectId(user.Id), out var direct);
        direct ??= call.Workspace.Channels[DirectId(user.Id)] = new FakeChannel(call.Workspace, DirectId(user.Id), "") { With = user.Id };
        var answer = SlackJson.Ok();
        (answer["no_op"], answer["already_open"]) = (isThere, isThere);
        answer["channel"] = call.Flag("return_im") ? direct.ToJson() : new JsonObject { ["id"] = direct.Id };
        return answer;
    }

    public static JsonObject History(SlackCall call)
    {
        if (MayNot(call, "history") is { } refusal) return refusal;
        if (Find(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if (!call.Allows(Scope(channel, "history"))) return Missing(call, Scope(channel, "history"));
        if (!channel.HasBot) return SlackJson.Refused("not_in_channel");
        var most = call.Slack.Limits.HistoryIsSlow ? FewestObjects : MostObjects;
        var limit = Math.Min(most, int.TryParse(call["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : UsualObjects);
        var inclusive = call.Flag("inclusive");
        var found = channel.All
            .Where(message => message is { IsDeleted: false, EphemeralTo: null })
            .Where(message => !call.Has("oldest") || Compare(message, call["oldest"]) > (inclusive ? -1 : 0))
            .Where(message => !call.Has("latest") || Compare(message, call["latest"]) < (inclusive ? 1 : 0))
            .Where(message => !call.Has("cursor") || Compare(message, call["cursor"]) < 0)
            .OrderByDescending(message => message.Ts, StringComparer.Ordinal).ToList();
        var answer = SlackJson.Ok();
        answer["messages"] = new JsonArray([.. found.Take(limit).Select(message => message.ToJson(call.Flag("include_all_metadata")))]);
        answer["has_more"] = found.Count > limit;
        answer["pin_count"] = 0;
        answer["response_metadata"] = new JsonObject { ["next_cursor"] = found.Count > limit ? found[limit - 1].Ts : "" };
        return answer;
    }

    /// <summary>The channel that a call names, if the bot can see it: a private one it is not in does not exist for it.</summary>
    public static FakeChannel? Find(SlackCall call) =>
        call.Workspace.Channels.TryGetValue(call["channel"], out var channel) && (!channel.IsPrivate || channel.HasBot) ? channel : null;

    /// <summary>The direct conversation between the bot and somebody.</summary>
    public static string DirectId(string user) => $"D{user[1..]}";

    private static int Compare(FakeMessage message, string ts) => string.CompareOrdinal(message.Ts, ts);

    private static string Scope(FakeChannel channel, string right) => channel switch
    {
        { With: not null } => $"im:{right}",
        { IsPrivate: true } => $"groups:{right}",
        _ => $"channels:{right}",
    };

    private static JsonObject? MayNot(SlackCall call, string right)
    {
        string[] scopes = [$"channels:{right}", $"groups:{right}", $"mpim:{right}", $"im:{right}"];
        return scopes.Any(call.Allows) ? null : Missing(call, string.Join(',', scopes));
    }

    private static JsonObject Missing(SlackCall call, string needed) => FakeSlack.MissingScope(call.Token!, needed);
}
