using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>A page of <c>/users</c>. Every property is optional in the vendor's schema.</summary>
internal sealed record UsersPayload(long? TotalCount, long? TotalPages, IReadOnlyList<UserPayload?>? Items);

/// <summary>A person in a list or alone.</summary>
[JsonConverter(typeof(UserReader))]
internal sealed record UserPayload(long? Id, string? Name, string? AvatarUrl, string? WebUrl, long? Reputation, string? Role)
{
    /// <summary>Like the external id shown to administrators' tokens alone, and to everybody their own.</summary>
    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public string? Department { get; init; }
}

/// <summary>A page of <c>/tags</c> or <c>/user-groups</c>.</summary>
internal sealed record ListPayload<T>(long? TotalPages, IReadOnlyList<T?>? Items)
    where T : class;

internal sealed record TagPayload(long? Id, string? Name);

/// <summary>A user group with its members, in lists and among the experts of a tag.</summary>
internal sealed record GroupPayload(long? Id, string? Name, IReadOnlyList<MemberPayload?>? Users);

internal sealed record MemberPayload(long? Id);

/// <summary>The experts of one tag, named directly or by a group.</summary>
internal sealed record ExpertsPayload(IReadOnlyList<MemberPayload?>? Users, IReadOnlyList<GroupPayload?>? UserGroups);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UsersPayload))]
[JsonSerializable(typeof(UserPayload))]
[JsonSerializable(typeof(ListPayload<TagPayload>))]
[JsonSerializable(typeof(ListPayload<GroupPayload>))]
[JsonSerializable(typeof(ExpertsPayload))]
internal sealed partial class StackOverflowJson : JsonSerializerContext;

/// <summary>Reads a person by hand: most of a large poll is this, and what has an odd type counts as "not said" rather than costing the page.</summary>
internal sealed class UserReader : JsonConverter<UserPayload>
{
    public override UserPayload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A person is an object.");
        long? id = null, reputation = null;
        string? name = null, avatarUrl = null, webUrl = null, role = null, email = null, externalId = null, department = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("avatarUrl"u8)) avatarUrl = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("webUrl"u8)) webUrl = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("reputation"u8)) reputation = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("role"u8)) role = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("email"u8)) email = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("externalId"u8)) externalId = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("department"u8)) department = Lenient.Text(ref reader);
            else reader.Skip();
        }

        return new UserPayload(id, name, avatarUrl, webUrl, reputation, role) { Email = email, ExternalId = externalId, Department = department };
    }

    public override void Write(Utf8JsonWriter writer, UserPayload value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");
}
