using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

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
    /// <summary>Up to here every whole number has a double of its own.</summary>
    private const double MostExact = 9_007_199_254_740_992;

    public override UserPayload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A person is an object.");
        long? id = null, reputation = null;
        string? name = null, avatarUrl = null, webUrl = null, role = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = Number(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = Text(ref reader);
            else if (reader.ValueTextEquals("avatarUrl"u8)) avatarUrl = Text(ref reader);
            else if (reader.ValueTextEquals("webUrl"u8)) webUrl = Text(ref reader);
            else if (reader.ValueTextEquals("reputation"u8)) reputation = Number(ref reader);
            else if (reader.ValueTextEquals("role"u8)) role = Text(ref reader);
            else reader.Skip();
        }

        return new UserPayload(id, name, avatarUrl, webUrl, reputation, role);
    }

    public override void Write(Utf8JsonWriter writer, UserPayload value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");

    private static long? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out var number)) return number;
            // 12.0 is a whole number too, however odd its spelling.
            return reader.TryGetDouble(out var real) && real == Math.Floor(real) && Math.Abs(real) < MostExact ? (long)real : null;
        }

        if (reader.TokenType == JsonTokenType.String && long.TryParse(Value(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quoted)) return quoted;
        reader.Skip();
        return null;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return Value(ref reader);
        reader.Skip();
        return null;
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a character, as a careless cut leaves it.
            return null;
        }
    }
}
