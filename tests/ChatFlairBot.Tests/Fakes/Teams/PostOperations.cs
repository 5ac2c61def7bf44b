using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What the bot posts, changes and takes back.</summary>
internal static class PostOperations
{
    /// <summary>
    /// A new thread in a channel, or the chat with one person
    /// (github.com/microsoft/teams.net, docs/CreateConversation-API-Behavior.md, which its authors recorded against the live service).
    /// </summary>
    public static ConnectorAnswer Create(ConnectorCall call)
    {
        var body = call.Body!;
        foreach (var unknown in body.Where(field => field.Key is not ("isGroup" or "activity" or "channelData" or "tenantId" or "members" or "bot" or "topicName"))) call.Fault($"it knows no {unknown.Key}");
        if ((string?)body["tenantId"] != FakeIdentity.TenantId) call.Fault("tenantId is not the tenant's");
        return call.RoomId.Length > 0 ? CreateThread(call, body) : CreateChat(call, body);
    }

    public static ConnectorAnswer Send(ConnectorCall call)
    {
        if ((Missing(call, out var room) ?? ActivityRules.Refusal(call.Body!)) is { } refusal) return refusal;
        if (call.Root is { } root && room!.Find(root) is null) return ConnectorAnswer.Error("404-ConversationNotFound");
        return Post(call, room!, call.Root);
    }

    public static ConnectorAnswer Reply(ConnectorCall call)
    {
        if ((Missing(call, out var room) ?? ActivityRules.Refusal(call.Body!)) is { } refusal) return refusal;
        if (room!.Find(call.Other) is not { } answered) return ConnectorAnswer.Error("404-ActivityNotFoundInConversation");
        return Post(call, room, call.Root ?? answered.Root);
    }

    public static ConnectorAnswer Update(ConnectorCall call)
    {
        if ((Missing(call, out var room) ?? ActivityRules.Refusal(call.Body!)) is { } refusal) return refusal;
        if (Own(call, room!) is not { } post) return ConnectorAnswer.Error("404-ActivityNotFoundInConversation");
        if (call.IsTargeted && call.Body!.ContainsKey("recipient")) call.Fault("a change of a targeted message names no recipient");
        Look(call, call.Body!);
        post.Activity = (JsonObject)call.Body!.DeepClone();
        post.Edits++;
        return new ConnectorAnswer(StatusCodes.Status200OK, new JsonObject { ["id"] = post.Id });
    }

    public static ConnectorAnswer Delete(ConnectorCall call)
    {
        if (Missing(call, out var room) is { } refusal) return refusal;
        if (Own(call, room!) is not { } post) return ConnectorAnswer.Error("404-ActivityNotFoundInConversation");
        post.IsDeleted = true;
        return new ConnectorAnswer(StatusCodes.Status200OK);
    }

    private static ConnectorAnswer CreateThread(ConnectorCall call, JsonObject body)
    {
        if (body["activity"] is not JsonObject activity || (bool?)body["isGroup"] != true) return ConnectorAnswer.Error("400-BadSyntax");
        if ((Missing(call, out var room) ?? ActivityRules.Refusal(activity)) is { } refusal) return refusal;
        if (room!.Type != FakeRoom.Channel) return ConnectorAnswer.Error("400-BadSyntax");
        Look(call, activity);
        var post = Add(call, room, activity, root: null, targetedTo: null);
        return new ConnectorAnswer(StatusCodes.Status201Created, new JsonObject { ["id"] = post.ConversationId, ["activityId"] = post.Id });
    }

    private static ConnectorAnswer CreateChat(ConnectorCall call, JsonObject body)
    {
        // A chat of several people cannot be made by a bot.
        if ((bool?)body["isGroup"] == true || body["members"] is not JsonArray { Count: 1 } members) return ConnectorAnswer.Error("400-BadSyntax");
        // "UPN/e-mail cannot be a destination" (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
        var connector = call.Connector;
        var id = (string?)members[0]?["id"] ?? "";
        if (id.Contains('@', StringComparison.Ordinal) || connector.Person(id) is not { } member) return ConnectorAnswer.Error("400-BadSyntax");
        var reaches = connector.InstalledFor.Contains(member.Id) || connector.Teams.Exists(team => team is { HasBot: true, IsDeleted: false } && team.Members.Contains(member))
            || connector.Chats.Values.Any(chat => chat.HasApp && chat.Own.Contains(member));
        if (!reaches) return ConnectorAnswer.Error("403-BotNotInConversationRoster");
        var room = connector.PersonalChat(member);
        if (body["activity"] is not JsonObject activity) return new ConnectorAnswer(StatusCodes.Status201Created, new JsonObject { ["id"] = room.Id });
        if (ActivityRules.Refusal(activity) is { } refusal) return refusal;
        Look(call, activity);
        var post = Add(call, room, activity, root: null, targetedTo: null);
        return new ConnectorAnswer(StatusCodes.Status201Created, new JsonObject { ["id"] = room.Id, ["activityId"] = post.Id });
    }

    private static ConnectorAnswer Post(ConnectorCall call, FakeRoom room, string? root)
    {
        var activity = call.Body!;
        string? targetedTo = null;
        if (call.IsTargeted)
        {
            // learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
            if (room.Type == FakeRoom.Personal) return ConnectorAnswer.BadArgument("A targeted message needs a conversation of several people");
            if (room.Members.FirstOrDefault(member => member.Id == (string?)activity["recipient"]?["id"]) is not { } recipient) return ConnectorAnswer.BadArgument("The recipient is not in the conversation");
            if ((bool?)activity["recipient"]?["isTargeted"] != true) call.Fault("the recipient of a targeted message is not said to be targeted");
            targetedTo = recipient.Id;
        }
        else if ((bool?)activity["recipient"]?["isTargeted"] == true)
        {
            call.Fault("a message for one person goes to everybody, as the query does not say isTargetedActivity");
        }

        Look(call, activity);
        if (!ActivityRules.IsMessage(activity)) return new ConnectorAnswer(StatusCodes.Status201Created, new JsonObject { ["id"] = call.Connector.NextId() });
        var post = Add(call, room, activity, root, targetedTo);
        return new ConnectorAnswer(StatusCodes.Status201Created, ActivityRules.IsSplit(activity) ? new JsonObject() : new JsonObject { ["id"] = post.Id });
    }

    private static FakePost Add(ConnectorCall call, FakeRoom room, JsonObject activity, string? root, string? targetedTo)
    {
        var id = call.Connector.NextId();
        var post = new FakePost(room, id, (JsonObject)activity.DeepClone()) { At = call.At, Root = room.Type == FakeRoom.Channel ? root ?? id : null, TargetedTo = targetedTo };
        room.Add(post);
        return post;
    }

    private static void Look(ConnectorCall call, JsonObject activity)
    {
        foreach (var fault in ActivityRules.Faults(activity)) call.Fault(fault);
        // What a message says of its own place must be true.
        if ((string?)activity["conversation"]?["id"] is { } said && call.Operation != ConnectorOperations.Create && said != call.Id) call.Fault($"the activity says that it goes to {said}");
        if ((string?)activity["from"]?["id"] is { } from && from != FakeTenants.BotId) call.Fault($"the activity says that it is from {from}");
    }

    private static FakePost? Own(ConnectorCall call, FakeRoom room) =>
        room.Find(call.Other) is { Author: null } post && (post.TargetedTo is not null) == call.IsTargeted ? post : null;

    private static ConnectorAnswer? Missing(ConnectorCall call, out FakeRoom? room)
    {
        room = call.Connector.Room(call.RoomId);
        if (room is null || room.IsDeleted || room.Team is { IsDeleted: true }) return ConnectorAnswer.Error("404-ConversationNotFound");
        if (room.Refuses is { } refusal) return ConnectorAnswer.Error(refusal);
        return room.HasBot ? null : ConnectorAnswer.Error("403-BotNotInConversationRoster");
    }
}
