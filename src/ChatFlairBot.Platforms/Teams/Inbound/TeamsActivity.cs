using System.Globalization;
using System.Text.Json;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Connector;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Something that Teams sent (github.com/microsoft/Agents, specs/activity). What every activity has is there; nothing else is certain.</summary>
internal sealed class TeamsActivity
{
    private readonly JsonElement _json;
    private readonly JsonElement _conversation;
    private readonly JsonElement _data;

    private TeamsActivity(JsonElement json, JsonElement conversation) => (_json, _conversation, _data) = (json, conversation, json.At("channelData") ?? default);

    /// <summary><c>message</c>, <c>invoke</c>, <c>installationUpdate</c>, and others.</summary>
    public required string Type { get; init; }

    /// <summary>The chat system, <c>msteams</c>; not a channel of a team.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where it is answered.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The bot, as Teams calls it.</summary>
    public required string Bot { get; init; }

    public string? Id => _json.Text("id");

    /// <summary>What an invoke is about.</summary>
    public string? Name => _json.Text("name");

    /// <summary>What an installation's update says happened.</summary>
    public string? Action => _json.Text("action");

    /// <summary>What happened in the team: <c>channelDeleted</c>.</summary>
    public string? EventType => _data.Text("eventType");

    public string Text => _json.Text("text") ?? "";

    public JsonElement Value => _json.At("value") ?? default;

    /// <summary>Teams' id of who it is from, <c>29:…</c>; empty for nobody.</summary>
    public string From => _json.At("from")?.Text("id") ?? "";

    public string? FromName => _json.At("from")?.Text("name");

    /// <summary>The directory's id of who it is from.</summary>
    public string? FromObjectId => _json.At("from")?.Text("aadObjectId");

    /// <summary>Whether nobody else sees it.</summary>
    public bool IsTargeted => _json.At("recipient")?.Flag("isTargeted") == true;

    public string? BotName => _json.At("recipient")?.Text("name");

    /// <summary>The sender's time zone, an IANA name.</summary>
    public string? Zone => _json.Text("localTimezone");

    /// <summary>When it happened, on Teams' clock.</summary>
    public DateTimeOffset? At => DateTimeOffset.TryParse(_json.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>The chat, channel or thread.</summary>
    public string Conversation => _conversation.Text("id")!;

    /// <summary>The same without the thread.</summary>
    public string Room => _data.At("channel")?.Text("id") ?? _data.Text("teamsChannelId") ?? Conversation.Split(TeamsPlace.Thread, 2)[0];

    public string? RoomName => _data.At("channel")?.Text("name");

    /// <summary>Of a channel, a chat of several people, or the chat of one with the bot.</summary>
    public string ConversationType => _conversation.Text("conversationType") ?? (Team is not null ? ConversationReference.Channel : _conversation.Flag("isGroup") ? ConversationReference.GroupChat : ConversationReference.Personal);

    public string? Tenant => _data.At("tenant")?.Text("id") ?? _conversation.Text("tenantId");

    /// <summary>The team's id, which is its first channel's too; null in chats.</summary>
    public string? Team => _data.At("team")?.Text("id") ?? _data.Text("teamsTeamId");

    public string? TeamName => _data.At("team")?.Text("name");

    /// <summary>What the installation is of: the team, or the chat.</summary>
    public string Workspace => Team ?? Room;

    /// <summary>Whether it is from the chat of one with the bot.</summary>
    public bool IsPersonal => ConversationType == ConversationReference.Personal;

    /// <summary>Where it is answered.</summary>
    public TeamsPlace Place => new(new(TeamsOptions.Platform, Workspace, Room), ServiceUrl, Tenant, Bot, ConversationType == ConversationReference.Channel);

    /// <summary>The channel that was chosen when the bot was added.</summary>
    public string? SelectedChannel => _data.At("settings")?.At("selectedChannel")?.Text("id");

    /// <summary>Whether the bot is among those who came.</summary>
    public bool BotCame => Ids("membersAdded").Contains(Bot, StringComparer.Ordinal);

    /// <summary>Whether the bot is among those who went.</summary>
    public bool BotWent => Ids("membersRemoved").Contains(Bot, StringComparer.Ordinal);

    /// <summary>Who is mentioned, in the order of the text: Teams' id, the name, and the text that stands for it.</summary>
    public IEnumerable<(string Id, string Name, string Text)> Mentions => Items("entities")
        .Where(one => one.Text("type") == "mention")
        .Select(one => (one.At("mentioned")?.Text("id") ?? "", one.At("mentioned")?.Text("name") ?? "", one.Text("text") ?? ""));

    /// <returns>Null when it is no activity.</returns>
    public static TeamsActivity? Read(JsonElement json)
    {
        if (json.Text("type") is not { } type || json.Text("channelId") is not { } channel || json.Text("serviceUrl") is not { } service) return null;
        if (json.At("recipient")?.Text("id") is not { } bot || json.At("conversation") is not { } conversation || conversation.Text("id") is null) return null;
        var read = new TeamsActivity(json, conversation) { Type = type, ChannelId = channel, ServiceUrl = service, Bot = bot };
        return type is "message" or "invoke" && read.From.Length == 0 ? null : read;
    }

    private IEnumerable<string> Ids(string field) => Items(field).Select(one => one.Text("id")).OfType<string>();

    private JsonElement.ArrayEnumerator Items(string field) => _json.At(field) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : default;
}
