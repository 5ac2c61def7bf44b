using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Inbound;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>What the bot says and asks in conversations. Writing is done one at a time in each and keeps to its limits; nothing is repeated.</summary>
internal sealed class TeamsConversations(ConnectorClient client, Turns turns, PostPace pace, TimeProvider time)
{
    /// <summary>The largest there is (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context).</summary>
    private const int PageSize = 500;

    private const int MostPages = 40;

    /// <summary>A new thread in a channel, or a message in a chat (github.com/microsoft/teams.net, docs/CreateConversation-API-Behavior.md).</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What.</param>
    /// <param name="isCounted">Whether whoever calls kept to the limits already.</param>
    /// <param name="token">Ends the call.</param>
    public Task<ConnectorAnswer> PostAsync(TeamsPlace place, JsonObject message, bool isCounted, CancellationToken token) => place.IsChannel
        ? WriteAsync(place, isCounted, HttpMethod.Post, "v3/conversations", Created(place, new JsonObject
        {
            ["isGroup"] = true, ["activity"] = message.DeepClone(), ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = place.Room.Channel } },
        }), token)
        : WriteAsync(place, isCounted, HttpMethod.Post, ConnectorClient.Path($"v3/conversations/{place.Room.Channel}/activities"), message, token);

    /// <summary>An answer below what was said; beside it where that is gone.</summary>
    public async Task<ConnectorAnswer> ReplyAsync(TeamsPlace place, string conversation, string? activity, JsonObject message, CancellationToken token)
    {
        if (activity is not null)
        {
            message["replyToId"] = activity;
            var answer = await WriteAsync(place, isCounted: false, HttpMethod.Post, ConnectorClient.Path($"v3/conversations/{conversation}/activities/{activity}"), message, token);
            if (answer is not ConnectorAnswer.Error { Code: "ActivityNotFoundInConversation" }) return answer;
            message.Remove("replyToId");
        }

        return await WriteAsync(place, isCounted: false, HttpMethod.Post, ConnectorClient.Path($"v3/conversations/{conversation}/activities"), message, token);
    }

    /// <summary>For one member of a conversation alone (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).</summary>
    public Task<ConnectorAnswer> TargetAsync(TeamsPlace place, string conversation, string member, JsonObject message, CancellationToken token)
    {
        var targeted = (JsonObject)message.DeepClone();
        targeted["recipient"] = new JsonObject { ["id"] = member, ["isTargeted"] = true };
        return WriteAsync(place, isCounted: false, HttpMethod.Post, ConnectorClient.Path($"v3/conversations/{conversation}/activities") + "?isTargetedActivity=true", targeted, token);
    }

    /// <summary>In the chat of the bot with one member, which is begun when there is none yet.</summary>
    /// <returns>How it ended, and the chat's id when there is one.</returns>
    public async Task<(ConnectorAnswer Answer, string? Chat)> TellAsync(TeamsPlace place, string member, JsonObject message, CancellationToken token)
    {
        var asked = place with { Room = new ChannelAddress(TeamsOptions.Platform, member, member), IsChannel = false };
        var begun = await WriteAsync(asked, isCounted: false, HttpMethod.Post, "v3/conversations", Created(place, new JsonObject
        {
            ["isGroup"] = false, ["members"] = new JsonArray(new JsonObject { ["id"] = member }),
        }), token);
        if (begun is not ConnectorAnswer.Ok { Body: { } body } || body.Text("id") is not { } chat) return (begun is ConnectorAnswer.Ok ? new ConnectorAnswer.Broken("Teams did not name the chat.", MayHaveArrived: false) : begun, null);
        return (await PostAsync(asked with { Room = new ChannelAddress(TeamsOptions.Platform, chat, chat) }, message, isCounted: false, token), chat);
    }

    /// <summary>Shows another message in one's place; whoever calls kept to the limits already.</summary>
    public Task<ConnectorAnswer> UpdateAsync(TeamsPlace place, string messageId, JsonObject message, CancellationToken token) =>
        WriteAsync(place, isCounted: true, HttpMethod.Put, ConnectorClient.Path($"v3/conversations/{place.ConversationOf(messageId)}/activities/{messageId}"), message, token);

    /// <summary>Takes a message back; whoever calls kept to the limits already.</summary>
    public Task<ConnectorAnswer> DeleteAsync(TeamsPlace place, string messageId, CancellationToken token) =>
        WriteAsync(place, isCounted: true, HttpMethod.Delete, ConnectorClient.Path($"v3/conversations/{place.ConversationOf(messageId)}/activities/{messageId}"), null, token);

    /// <param name="serviceUrl">Where the connector is.</param>
    /// <param name="conversation">A team or chat.</param>
    /// <param name="member">Teams' id, a user principal name, or the directory's id.</param>
    /// <param name="token">Ends the call.</param>
    public Task<ConnectorAnswer> MemberAsync(string serviceUrl, string conversation, string member, CancellationToken token) =>
        client.CallAsync(HttpMethod.Get, serviceUrl, ConnectorClient.Path($"v3/conversations/{conversation}/members/{member}"), null, token);

    /// <summary>Everybody in a team or chat, page by page. It ends early at whatever is no page.</summary>
    public async IAsyncEnumerable<JsonElement> MembersAsync(string serviceUrl, string conversation, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = ConnectorClient.Path($"v3/conversations/{conversation}/pagedmembers?pageSize={PageSize}") + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            if (await client.CallAsync(HttpMethod.Get, serviceUrl, path, null, token) is not ConnectorAnswer.Ok { Body: { } body } || body.At("members") is not { ValueKind: JsonValueKind.Array } members) yield break;
            foreach (var member in members.EnumerateArray()) yield return member;
            next = body.Text("continuationToken");
            if (next is null) yield break;
        }
    }

    /// <summary>A team's name and the directory's id of it.</summary>
    public Task<ConnectorAnswer> TeamAsync(string serviceUrl, string team, CancellationToken token) => client.CallAsync(HttpMethod.Get, serviceUrl, ConnectorClient.Path($"v3/teams/{team}"), null, token);

    /// <summary>A team's channels; the first one has no name.</summary>
    public Task<ConnectorAnswer> ChannelsAsync(string serviceUrl, string team, CancellationToken token) => client.CallAsync(HttpMethod.Get, serviceUrl, ConnectorClient.Path($"v3/teams/{team}/conversations"), null, token);

    private static JsonObject Created(TeamsPlace place, JsonObject conversation)
    {
        conversation["bot"] = new JsonObject { ["id"] = place.Bot };
        if (place.TenantId is not null) conversation["tenantId"] = place.TenantId;
        return conversation;
    }

    private async Task<ConnectorAnswer> WriteAsync(TeamsPlace place, bool isCounted, HttpMethod method, string path, JsonObject? body, CancellationToken token)
    {
        while (!isCounted && pace.Take(place.Room, TeamsPlatform.OfTeams) is { } wait) await Task.Delay(wait, time, token);
        try
        {
            using var turn = await turns.EnterAsync(place.Room, token);
            return await client.CallAsync(method, place.ServiceUrl, path, body, token);
        }
        finally
        {
            if (!isCounted) pace.Done(place.Room);
        }
    }
}
