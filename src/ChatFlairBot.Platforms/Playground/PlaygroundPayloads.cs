using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>What the page asks for when it is opened.</summary>
internal sealed record StatePayload(string Title, IReadOnlyList<ChannelPayload> Channels, IReadOnlyList<string> Members, IReadOnlyList<string> Previews);

internal sealed record ChannelPayload(string Id, string Name, string About);

/// <summary>A card in a channel, or an answer that only its asker sees.</summary>
internal sealed record MessagePayload(
    string Id,
    string Channel,
    DateTimeOffset At,
    bool IsPrivate,
    string? Command,
    CardPayload? Card,
    IReadOnlyDictionary<string, JsonNode?> Payloads)
{
    /// <summary>Stands for a card that was taken back.</summary>
    public static MessagePayload Retracted(string channel, string id) =>
        new(id, channel, DateTimeOffset.UnixEpoch, IsPrivate: false, Command: null, Card: null, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
}

internal sealed record CardPayload(
    string Kind,
    string Title,
    string? Text,
    string Summary,
    Uri? Link,
    PicturePayload? Avatar,
    IReadOnlyList<FactPayload> Facts,
    ProgressPayload? Progress,
    IReadOnlyList<RowPayload> Rows,
    IReadOnlyList<string> Tags,
    AttachmentPayload? Attachment,
    string? Footer);

internal sealed record AttachmentPayload(string FileName, string Text);

internal sealed record PicturePayload(Uri? Url, string Alt);

internal sealed record FactPayload(string Label, string Value);

internal sealed record ProgressPayload(long Value, long Goal, string Label);

internal sealed record RowPayload(string Lead, string Label, string Value, Uri? Link);

/// <summary>What the page's box sends.</summary>
internal sealed record CommandPayload(string? Channel, string? Text, string? Member);

internal sealed record ErrorPayload(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatePayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(CommandPayload))]
[JsonSerializable(typeof(ErrorPayload))]
internal sealed partial class PlaygroundJson : JsonSerializerContext;
