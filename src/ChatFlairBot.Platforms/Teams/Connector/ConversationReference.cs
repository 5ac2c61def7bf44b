using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>Where and as whom the bot speaks, in the shape of Bot Builder's record of that name, so that an adapter on its SDK could read it.</summary>
/// <remarks>Without an activity's id: with one every announcement would become a reply to it.</remarks>
internal sealed record ConversationReference
{
    public const string Channel = "channel";
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Who installed the bot.</summary>
    public ReferencedAccount? User { get; init; }

    public ReferencedAccount Bot { get; init; } = new("", null);

    public ReferencedConversation Conversation { get; init; } = new("", null, null, false);

    public string ChannelId { get; init; } = "msteams";

    public string ServiceUrl { get; init; } = "";

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <returns>Null when it is none.</returns>
    public static ConversationReference? Read(string? text)
    {
        try
        {
            return text is null || JsonSerializer.Deserialize<ConversationReference>(text, Json) is not { ServiceUrl.Length: > 0, Bot: not null, Conversation: not null } read ? null : read;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Somebody, by Teams' id.</summary>
internal sealed record ReferencedAccount(string Id, string? Name, string? AadObjectId = null);

/// <summary>A chat, or the channel that was chosen at the installation.</summary>
internal sealed record ReferencedConversation(string Id, string? ConversationType, string? TenantId, bool IsGroup);
