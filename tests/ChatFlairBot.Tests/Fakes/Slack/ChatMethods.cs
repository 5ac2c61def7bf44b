using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>chat.*: messages that the bot posts, changes and takes back.</summary>
internal static class ChatMethods
{
    public static JsonObject Post(SlackCall call)
    {
        if (Room(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if ((MayNotPost(call, channel) ?? SlackMessageRules.Refusal(call)) is { } refusal) return refusal;
        if (call.Has("thread_ts") && channel.Find(call["thread_ts"]) is null) return SlackJson.Refused("thread_not_found");
        SlackHabits.Look(call);
        if (!call.IsFalse("unfurl_links") || !call.IsFalse("unfurl_media")) call.Fault("unfurl_links and unfurl_media are not both false");
        var message = Make(call, channel, ephemeralTo: null);
        var answer = Answer(channel, message.Ts);
        answer["message"] = message.ToJson();
        return answer;
    }

    public static JsonObject PostEphemeral(SlackCall call)
    {
        if (RoomMethods.Find(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if (channel.IsArchived) return SlackJson.Refused("is_archived");
        if (!channel.HasBot && !call.Allows("chat:write.public")) return SlackJson.Refused("not_in_channel");
        if (!channel.Members.Contains(call["user"]) && channel.With != call["user"]) return SlackJson.Refused("user_not_in_channel");
        if (SlackMessageRules.Refusal(call) is { } refusal) return refusal;
        SlackHabits.Look(call);
        var answer = SlackJson.Ok();
        answer["message_ts"] = Make(call, channel, call["user"]).Ts;
        return answer;
    }

    public static JsonObject Update(SlackCall call)
    {
        if (RoomMethods.Find(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if (channel.IsArchived) return SlackJson.Refused("is_archived");
        if (channel.Find(call["ts"]) is not { } message) return SlackJson.Refused("message_not_found");
        if (message.User != call.Workspace.BotUserId) return SlackJson.Refused("cant_update_message");
        if (SlackMessageRules.Refusal(call) is { } refusal) return refusal;
        SlackHabits.Look(call);
        if (call.Has("text")) message.Text = call["text"];
        // Text alone takes the blocks away (docs.slack.dev/reference/methods/chat.update); metadata stays unless it is replaced.
        if (call.Has("blocks") || call.Has("text")) message.Show(call.Json("blocks") as JsonArray);
        if (call.Json("metadata") is JsonObject metadata) message.Metadata = (JsonObject)metadata.DeepClone();
        message.Edits++;
        var answer = Answer(channel, message.Ts);
        answer["text"] = message.Text;
        answer["message"] = message.ToJson();
        return answer;
    }

    public static JsonObject Delete(SlackCall call)
    {
        if (RoomMethods.Find(call) is not { } channel) return SlackJson.Refused("channel_not_found");
        if (channel.Find(call["ts"]) is not { } message) return SlackJson.Refused("message_not_found");
        if (message.User != call.Workspace.BotUserId) return SlackJson.Refused("cant_delete_message");
        message.IsDeleted = true;
        return Answer(channel, message.Ts);
    }

    /// <summary>Only posting takes a user's id for a channel: it goes to the direct conversation.</summary>
    private static FakeChannel? Room(SlackCall call)
    {
        if (!call.Workspace.Users.TryGetValue(call["channel"], out var user)) return RoomMethods.Find(call);
        if (user.IsDeleted || user.IsBot || user.IsStranger) return null;
        return call.Workspace.Channels.GetOrAdd(RoomMethods.DirectId(user.Id), id => new FakeChannel(call.Workspace, id, "") { With = user.Id });
    }

    private static JsonObject? MayNotPost(SlackCall call, FakeChannel channel) => channel switch
    {
        { IsArchived: true } => SlackJson.Refused("is_archived"),
        { HasBot: false } when !call.Allows("chat:write.public") => SlackJson.Refused("not_in_channel"),
        { IsReadOnly: true } => SlackJson.Refused("restricted_action"),
        _ when (call.Has("username") || call.Has("icon_url") || call.Has("icon_emoji")) && !call.Allows("chat:write.customize") =>
            FakeSlack.MissingScope(call.Token!, "chat:write.customize"),
        _ => null,
    };

    private static FakeMessage Make(SlackCall call, FakeChannel channel, string? ephemeralTo)
    {
        var message = new FakeMessage(call.Workspace, call.Workspace.NextTs(call.At), call.Workspace.BotUserId)
        {
            Channel = channel,
            At = call.At,
            ThreadTs = call.Has("thread_ts") ? call["thread_ts"] : null,
            EphemeralTo = ephemeralTo,
            Text = call["text"],
            Metadata = call.Json("metadata") as JsonObject,
        };
        message.Show(call.Json("blocks") as JsonArray);
        channel.Add(message);
        return message;
    }

    private static JsonObject Answer(FakeChannel channel, string ts)
    {
        var answer = SlackJson.Ok();
        answer["channel"] = channel.Id;
        answer["ts"] = ts;
        return answer;
    }
}
