using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>A page of <c>/users</c>. Every property is optional in the vendor's schema, and e-mail addresses are not even read.</summary>
internal sealed record UsersPayload(long? TotalCount, long? TotalPages, IReadOnlyList<UserPayload?>? Items);

/// <summary>A person in a list or alone.</summary>
[JsonConverter(typeof(UserReader))]
internal sealed record UserPayload(long? Id, string? Name, string? AvatarUrl, string? WebUrl, long? Reputation, string? Role);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UsersPayload))]
[JsonSerializable(typeof(UserPayload))]
internal sealed partial class StackOverflowJson : JsonSerializerContext;

/// <summary>Reads a person by hand: most of a large poll is this, and what has an odd type counts as "not said" rather than costing the page.</summary>
internal sealed class UserReader : JsonConverter<UserPayload>
{
    public override UserPayload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A person is an object.");
        long? id = null, reputation = null;
        string? name = null, avatarUrl = null, webUrl = null, role = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("avatarUrl"u8)) avatarUrl = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("webUrl"u8)) webUrl = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("reputation"u8)) reputation = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("role"u8)) role = Lenient.Text(ref reader);
            else reader.Skip();
        }

        return new UserPayload(id, name, avatarUrl, webUrl, reputation, role);
    }

    public override void Write(Utf8JsonWriter writer, UserPayload value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");
}
