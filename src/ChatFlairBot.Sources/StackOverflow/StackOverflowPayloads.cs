using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>A page of <c>/users</c>. Every property is optional in the vendor's schema, and e-mail addresses are not even read.</summary>
internal sealed record UsersPayload(long? TotalCount, long? TotalPages, IReadOnlyList<UserPayload?>? Items);

/// <summary>A person in a list or alone.</summary>
internal sealed record UserPayload(
    [property: JsonConverter(typeof(LenientNumber))] long? Id,
    [property: JsonConverter(typeof(LenientText))] string? Name,
    [property: JsonConverter(typeof(LenientText))] string? AvatarUrl,
    [property: JsonConverter(typeof(LenientText))] string? WebUrl,
    [property: JsonConverter(typeof(LenientNumber))] long? Reputation,
    [property: JsonConverter(typeof(LenientText))] string? Role);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(UsersPayload))]
[JsonSerializable(typeof(UserPayload))]
internal sealed partial class StackOverflowJson : JsonSerializerContext;

/// <summary>Reads a whole number, and anything else as "not said": one odd row must not cost the page.</summary>
internal sealed class LenientNumber : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)) return number;
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");
}

/// <summary>Reads a text, and anything else as "not said".</summary>
internal sealed class LenientText : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return Text(ref reader);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");

    private static string? Text(ref Utf8JsonReader reader)
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
