using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>A page of <c>/users</c>.</summary>
internal sealed record UsersPayload(long? Total, IReadOnlyList<UserPayload?>? Items);

/// <summary>Somebody in the directory. Location, gender, country, dates of visits and whatever else the platform sends are not even read.</summary>
[JsonConverter(typeof(UserReader))]
internal sealed record UserPayload
{
    public long? Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? UniqueId { get; init; }

    public string? Department { get; init; }

    public string? Image { get; init; }

    public long? Points { get; init; }

    public long? Level { get; init; }

    /// <summary>Deleted, hidden, or a machine's.</summary>
    public bool IsNobody { get; init; }

    /// <summary>What the token's owner may do; sent of oneself only, if at all.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>A row of <c>/users/scores</c>. The e-mail address and the time of the last gain are not even read: a gain right after an anonymous question would name who asked.</summary>
[JsonConverter(typeof(ScoreReader))]
internal sealed record ScorePayload(long? UserId, long? Level, long? Points);

/// <summary>Whether there is a game, and whether the network shows it (https://docs.starmind.com/api/v1/resources/settings/user-score/).</summary>
internal sealed record UserScorePayload(bool? Enabled, bool? FrontendEnabled);

/// <summary>Whether people have to agree first (https://docs.starmind.com/api/v1/resources/settings/gdpr/).</summary>
internal sealed record GdprPayload(bool? AgreementEnabled);

/// <summary>What somebody agreed to be known for (https://docs.starmind.com/api/v1/resources/user/know-how/).</summary>
internal sealed record KnowHowPayload(IReadOnlyList<KnowHowTag?>? Tags);

internal sealed record KnowHowTag(string? Label, double? Score, bool? Confirmed);

/// <summary>What the platform thinks that somebody knows.</summary>
internal sealed record ExpertisePayload(string? Label, string? Intensity);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UsersPayload))]
[JsonSerializable(typeof(UserPayload))]
[JsonSerializable(typeof(List<ScorePayload?>))]
[JsonSerializable(typeof(UserScorePayload))]
[JsonSerializable(typeof(GdprPayload))]
[JsonSerializable(typeof(KnowHowPayload))]
[JsonSerializable(typeof(List<ExpertisePayload?>))]
internal sealed partial class StarmindJson : JsonSerializerContext;

/// <summary>Reads somebody of the directory by hand, so that what has an odd type counts as "not said".</summary>
internal sealed class UserReader : JsonConverter<UserPayload>
{
    public override UserPayload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A person is an object.");
        var user = new UserPayload();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) user = user with { Id = Lenient.Number(ref reader) };
            else if (reader.ValueTextEquals("firstname"u8)) user = user with { FirstName = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("lastname"u8)) user = user with { LastName = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("email"u8)) user = user with { Email = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("unique_id"u8)) user = user with { UniqueId = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("department"u8)) user = user with { Department = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("image"u8)) user = user with { Image = Lenient.Text(ref reader) };
            else if (reader.ValueTextEquals("score_points"u8)) user = user with { Points = Lenient.Number(ref reader) };
            else if (reader.ValueTextEquals("score_level"u8)) user = user with { Level = Lenient.Number(ref reader) };
            else if (reader.ValueTextEquals("roles"u8)) user = user with { Roles = Texts(ref reader) };
            // The last two are one thing by its old and its new name.
            else if (reader.ValueTextEquals("is_deleted"u8) || reader.ValueTextEquals("is_hidden"u8) || reader.ValueTextEquals("is_system"u8) || reader.ValueTextEquals("is_technical_user"u8))
            {
                user = user with { IsNobody = user.IsNobody | (Lenient.Truth(ref reader) ?? false) };
            }
            else reader.Skip();
        }

        return user;
    }

    public override void Write(Utf8JsonWriter writer, UserPayload value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");

    private static List<string> Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return texts;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) texts.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            else reader.Skip();
        }

        return texts;
    }
}

/// <summary>Reads a score by hand: a poll is nothing but these.</summary>
internal sealed class ScoreReader : JsonConverter<ScorePayload>
{
    public override ScorePayload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A score is an object.");
        long? id = null, level = null, points = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("user_id"u8)) id = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("level"u8)) level = Lenient.Number(ref reader);
            else if (reader.ValueTextEquals("points"u8)) points = Lenient.Number(ref reader);
            else reader.Skip();
        }

        return new ScorePayload(id, level, points);
    }

    public override void Write(Utf8JsonWriter writer, ScorePayload value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are only read.");
}
