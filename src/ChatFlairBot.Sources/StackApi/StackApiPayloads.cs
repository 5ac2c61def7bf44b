using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>What every answer is wrapped in (https://api.stackexchange.com/docs/wrapper); good answers and refusals alike.</summary>
internal sealed record Envelope<T>
    where T : class
{
    public IReadOnlyList<T?>? Items { get; init; }

    public bool? HasMore { get; init; }

    /// <summary>Only with a filter that asks for it.</summary>
    public long? Total { get; init; }

    /// <summary>Seconds to wait before the same method is called again; also on good answers.</summary>
    public double? Backoff { get; init; }

    public long? QuotaMax { get; init; }

    public long? QuotaRemaining { get; init; }

    public int? ErrorId { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>A person with the default filter; names are decoded already.</summary>
[JsonConverter(typeof(ApiUserReader))]
internal sealed record ApiUser(long? Id, string? Name, long? Reputation, string? Link, string? Avatar, string? Type, BadgeCounts? Badges);

/// <summary>How many badges of each rank somebody has.</summary>
internal readonly record struct BadgeCounts(int Gold, int Silver, int Bronze);

/// <summary>A badge that was awarded to somebody, as <c>/badges/recipients</c> lists them.</summary>
[JsonConverter(typeof(ApiAwardReader))]
internal sealed record ApiAward(long? User, string? Rank, string? Badge);

/// <summary>What <c>/filters/create</c> gives.</summary>
internal sealed record ApiFilter(string? Filter);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Envelope<ApiUser>))]
[JsonSerializable(typeof(Envelope<ApiAward>))]
[JsonSerializable(typeof(Envelope<ApiFilter>))]
internal sealed partial class StackApiJson : JsonSerializerContext;

/// <summary>Reads a person by hand: most of a large poll is this, and odd types must not cost the page.</summary>
internal sealed class ApiUserReader : JsonConverter<ApiUser>
{
    public override ApiUser Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A person is an object.");
        long? id = null, reputation = null;
        string? name = null, link = null, avatar = null, type = null;
        BadgeCounts? badges = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("user_id"u8)) id = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("display_name"u8)) name = ApiText.Decoded(Lenient.Text(ref reader));
            else if (reader.ValueTextEquals("reputation"u8)) reputation = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("link"u8)) link = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("profile_image"u8)) avatar = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("user_type"u8)) type = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("badge_counts"u8)) badges = Counts(ref reader);
            else reader.Skip();
        }

        return new ApiUser(id, name, reputation, link, avatar, type, badges);
    }

    public override void Write(Utf8JsonWriter writer, ApiUser value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");

    private static BadgeCounts? Counts(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? gold = null, silver = null, bronze = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("gold"u8)) gold = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("silver"u8)) silver = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("bronze"u8)) bronze = Lenient.Number(ref reader);
            else reader.Skip();
        }

        // A count that is missing or absurd makes the whole unknown: none at all would be news the next time.
        return (gold, silver, bronze) is (>= 0 and <= int.MaxValue and { } g, >= 0 and <= int.MaxValue and { } s, >= 0 and <= int.MaxValue and { } b)
            ? new BadgeCounts((int)g, (int)s, (int)b)
            : null;
    }
}

/// <summary>Reads an award: the badge and, nested in it, whose it is.</summary>
internal sealed class ApiAwardReader : JsonConverter<ApiAward>
{
    public override ApiAward Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An award is an object.");
        long? user = null;
        string? rank = null, badge = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("rank"u8)) rank = Lenient.Text(ref reader);
            else if (reader.ValueTextEquals("name"u8)) badge = ApiText.Decoded(Lenient.Text(ref reader));
            else if (reader.ValueTextEquals("user"u8)) user = User(ref reader);
            else reader.Skip();
        }

        return new ApiAward(user, rank, badge);
    }

    public override void Write(Utf8JsonWriter writer, ApiAward value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");

    private static long? User(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("user_id"u8)) id = Lenient.Number(ref reader);
            else reader.Skip();
        }

        return id;
    }
}

/// <summary>Texts come HTML-encoded under every safe filter: <c>O&amp;#39;Brien</c>. They are decoded here, once, and raw from then on.</summary>
internal static class ApiText
{
    public static string? Decoded(string? text) => WebUtility.HtmlDecode(text);
}
