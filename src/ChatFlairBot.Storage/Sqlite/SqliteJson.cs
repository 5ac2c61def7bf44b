using System.Text.Json;
using System.Text.Json.Serialization;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Storage.Sqlite;

/// <summary>The columns that hold JSON.</summary>
internal static class SqliteJson
{
    public static IReadOnlyList<string> Texts(string? json) => json is null ? Array.Empty<string>() : JsonSerializer.Deserialize(json, SqliteJsonContext.Default.ListString) ?? [];

    public static string? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : JsonSerializer.Serialize([.. texts], SqliteJsonContext.Default.ListString);

    public static Honours Honours(string? json) => json is null ? Core.Standings.Honours.None : JsonSerializer.Deserialize(json, SqliteJsonContext.Default.Honours) ?? Core.Standings.Honours.None;

    public static string? Honours(Honours honours) => honours.IsNone ? null : JsonSerializer.Serialize(honours, SqliteJsonContext.Default.Honours);

    public static Notice Notice(string json) => JsonSerializer.Deserialize(json, SqliteJsonContext.Default.Notice)!;

    public static string Notice(Notice notice) => JsonSerializer.Serialize(notice, SqliteJsonContext.Default.Notice);

    public static HeldMore More(string json) => JsonSerializer.Deserialize(json, SqliteJsonContext.Default.HeldMore)!;

    public static string More(HeldMore more) => JsonSerializer.Serialize(more, SqliteJsonContext.Default.HeldMore);

    public static WishRow Wish(string json) => JsonSerializer.Deserialize(json, SqliteJsonContext.Default.WishRow)!;

    public static string Wish(WishRow wish) => JsonSerializer.Serialize(wish, SqliteJsonContext.Default.WishRow);
}

/// <summary>What a held standing has besides its columns.</summary>
internal sealed record HeldMore(Honours? Honours, IReadOnlyList<string> Groups, string? ExternalId, string? EmailHash, bool IsListed, int Words);

/// <summary>A subscription as it is kept: names and numbers, so that a later version can read it.</summary>
internal sealed record WishRow(
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Kinds,
    long AtLeast,
    IReadOnlyList<long> Thresholds,
    Pace Pace,
    TimeOnly DigestAt,
    DayOfWeek DigestOn,
    string Zone,
    TimeOnly? QuietFrom,
    TimeOnly? QuietUntil,
    IReadOnlyList<DayOfWeek> WorkingDays,
    int CardsPerDay);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Honours))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(HeldMore))]
[JsonSerializable(typeof(WishRow))]
internal sealed partial class SqliteJsonContext : JsonSerializerContext;
