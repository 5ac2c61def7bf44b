using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What Teams sends to a bot, in the shapes of the fixtures.</summary>
internal sealed class TeamsActivities(FakeConnector teams)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _events;

    /// <summary>A fixture as if it happened here and now: its service url, its times and, where asked, its ids are of this fake.</summary>
    public JsonObject Fixture(string name)
    {
        var path = Repository.Path("tests", "ChatFlairBot.Tests", "Platforms", "Teams", "Fixtures", $"{name}.json");
        var activity = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        activity["serviceUrl"] = teams.ServiceUrl.AbsoluteUri;
        activity["timestamp"] = Now();
        if (activity.ContainsKey("localTimestamp")) activity["localTimestamp"] = Now();
        return activity;
    }

    /// <summary>
    /// Somebody writes in a conversation. Mentions stand as <c>@{id}</c> in the text, the bot's as <c>@bot</c>: <c>@bot flair @{29:1abc}</c>.
    /// </summary>
    /// <param name="from">Who writes.</param>
    /// <param name="room">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="root">The thread; null for a new one.</param>
    /// <param name="isTargeted">By a slash command, so that only the bot and the writer see it.</param>
    public JsonObject Message(FakeMember from, FakeRoom room, string text, string? root = null, bool isTargeted = false)
    {
        var id = teams.NextId();
        var entities = new JsonArray();
        var shown = Mention(text, entities);
        entities.Add(Client());
        var activity = Envelope("message", id, from, room, room.Type == FakeRoom.Channel ? root ?? id : null);
        if (isTargeted) activity["recipient"]!["isTargeted"] = true;
        activity["localTimestamp"] = Now();
        activity["localTimezone"] = "Europe/London";
        activity["textFormat"] = "plain";
        activity["locale"] = "en-GB";
        activity["text"] = shown;
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{HtmlEncoder.Default.Encode(shown)}</p>" });
        activity["entities"] = entities;
        if (room.Team is { } team)
        {
            activity["channelData"]!["teamsChannelId"] = room.Id;
            activity["channelData"]!["teamsTeamId"] = team.Id;
        }

        room.Add(new FakePost(room, id, (JsonObject)activity.DeepClone()) { At = teams.Time.GetUtcNow(), Root = room.Type == FakeRoom.Channel ? root ?? id : null, Author = from, TargetedTo = isTargeted ? from.Id : null });
        return activity;
    }

    /// <summary>A button that sends its data as a message without text (<c>Action.Submit</c>).</summary>
    public JsonObject Submission(FakeMember from, FakePost post, JsonObject value)
    {
        var activity = Envelope("message", teams.NextId(), from, post.Room, post.Root);
        activity["locale"] = "en-GB";
        activity["replyToId"] = post.Id;
        activity["value"] = value;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary>Something that wants its answer with the response.</summary>
    public JsonObject Invoke(FakeMember from, FakeRoom room, string name, JsonNode value, string? root = null, string? replyTo = null)
    {
        var activity = Envelope("invoke", EventId(), from, room, root);
        activity["localTimestamp"] = Now();
        activity["localTimezone"] = "Europe/London";
        activity["locale"] = "en-GB";
        activity["entities"] = new JsonArray(Client());
        activity["name"] = name;
        activity["value"] = value;
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "compose" };
        if (replyTo is not null) activity["replyToId"] = replyTo;
        return activity;
    }

    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="room">The channel that was chosen, or the chat. On removal Teams names the team.</param>
    public JsonObject Installation(string action, FakeMember by, FakeRoom room)
    {
        var isAdded = action.StartsWith("add", StringComparison.Ordinal);
        var activity = Event("installationUpdate", by, isAdded ? room : room.Team?.General ?? room);
        activity["locale"] = "en-GB";
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB" });
        var data = activity["channelData"]!.AsObject();
        if (!isAdded) data.Remove("channel");
        if (isAdded)
        {
            data["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = room.Id } };
            if (room.Team is not null) activity["conversation"]!["name"] = room.Name;
        }

        if (room.Team is { } team) data["team"] = team.ToChannelData();
        data["source"] = new JsonObject { ["name"] = "message" };
        activity["action"] = action;
        return activity;
    }

    /// <summary>The bot was put into a team, or taken out of it.</summary>
    public JsonObject BotMembership(bool isAdded, FakeMember by, FakeRoom room)
    {
        var activity = Event("conversationUpdate", by, isAdded ? room : room.Team?.General ?? room);
        activity[isAdded ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = FakeTenants.BotId });
        if (room.Team is not { } team) return activity;
        if (isAdded) activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = room.Id } };
        if (isAdded) activity["conversation"]!["name"] = room.Name;
        activity["channelData"]!["team"] = team.ToChannelData();
        activity["channelData"]!["eventType"] = isAdded ? "teamMemberAdded" : "teamMemberRemoved";
        activity["channelData"]!.AsObject().Remove("channel");
        return activity;
    }

    public JsonObject PeopleMembership(bool isAdded, FakeMember by, FakeTeam team, params IEnumerable<FakeMember> people)
    {
        var activity = TeamEvent(isAdded ? "teamMemberAdded" : "teamMemberRemoved", by, team);
        activity[isAdded ? "membersAdded" : "membersRemoved"] = new JsonArray([.. people.Select(one => one.ToAccount(withName: false))]);
        return activity;
    }

    /// <param name="eventType">channelCreated, channelRenamed, channelDeleted or channelRestored.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="channel">With its new name.</param>
    public JsonObject ChannelEvent(string eventType, FakeMember by, FakeRoom channel)
    {
        var activity = TeamEvent(eventType, by, channel.Team!);
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name };
        return activity;
    }

    /// <param name="eventType">teamRenamed, teamDeleted, teamArchived, teamUnarchived, teamRestored or teamHardDeleted.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="team">With its new name.</param>
    public JsonObject TeamEvent(string eventType, FakeMember by, FakeTeam team)
    {
        var activity = Event("conversationUpdate", by, team.General);
        activity["channelData"] = new JsonObject { ["team"] = team.ToChannelData(), ["eventType"] = eventType, ["tenant"] = Tenant() };
        return activity;
    }

    public static string Write(JsonNode activity) => activity.ToJsonString(Relaxed);

    private static JsonObject Client() => new() { ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Windows", ["timezone"] = "Europe/London", ["type"] = "clientInfo" };

    private static JsonObject Tenant() => new() { ["id"] = FakeIdentity.TenantId };

    /// <summary>Who did something is not named in events.</summary>
    private JsonObject Event(string type, FakeMember by, FakeRoom room)
    {
        var activity = Envelope(type, EventId(), by, room, root: null);
        activity["from"] = by.ToAccount(withName: false);
        return activity;
    }

    private JsonObject Envelope(string type, string id, FakeMember from, FakeRoom room, string? root)
    {
        var data = new JsonObject();
        if (room.Team is { } team)
        {
            data["channel"] = new JsonObject { ["id"] = room.Id };
            data["team"] = new JsonObject { ["id"] = team.Id };
        }

        data["tenant"] = Tenant();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = Now(),
            ["serviceUrl"] = teams.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["from"] = from.ToAccount(),
            ["recipient"] = new JsonObject { ["id"] = FakeTenants.BotId, ["name"] = FakeTenants.BotName },
            ["conversation"] = room.ToConversation(root),
            ["channelData"] = data,
        };
    }

    private string Mention(string text, JsonArray entities)
    {
        text = text.Replace("@bot", $"@{{{FakeTenants.BotId}}}", StringComparison.Ordinal);
        for (var at = text.IndexOf("@{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("@{", StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            var id = text[(at + 2)..end];
            var name = id == FakeTenants.BotId ? FakeTenants.BotName : teams.Person(id)?.Name ?? throw new InvalidOperationException($"There is nobody called {id}.");
            entities.Add(new JsonObject { ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name }, ["text"] = $"<at>{name}</at>", ["type"] = "mention" });
            text = $"{text[..at]}<at>{name}</at>{text[(end + 1)..]}";
        }

        return text;
    }

    private string EventId() => string.Create(CultureInfo.InvariantCulture, $"f:00000000-0000-0000-0000-{Interlocked.Increment(ref _events):D12}");

    private string Now() => teams.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
