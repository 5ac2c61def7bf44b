using System.Globalization;
using System.Text.Json;

namespace ChatFlairBot.Sources.Http;

/// <summary>Reads values whose type nobody promises: what has an odd one counts as "not said" rather than costing the page.</summary>
internal static class Lenient
{
    /// <summary>Up to here every whole number has a double of its own.</summary>
    private const double MostExact = 9_007_199_254_740_992;

    /// <summary>Longer names are cut: no card shows more, and the snapshot need not carry it.</summary>
    private const int LongestName = 300;

    private const int LongestAddress = 2_000;

    /// <summary>Reads the value of a property whose name was just read, as a whole number.</summary>
    public static long? Number(ref Utf8JsonReader reader)
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

    /// <summary>Reads the value of a property whose name was just read, as text.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return Value(ref reader);
        reader.Skip();
        return null;
    }

    /// <summary>Reads the value of a property whose name was just read, as yes or no.</summary>
    public static bool? Truth(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) return reader.GetBoolean();
        reader.Skip();
        return null;
    }

    /// <summary>A name of any length, cut without breaking a sign in two; nothing when there is none.</summary>
    public static string Name(string? text) => text switch
    {
        null => "",
        { Length: <= LongestName } => text,
        _ => text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)],
    };

    /// <summary>An address that a card could show, or null.</summary>
    public static string? Address(string? text) => text is { Length: <= LongestAddress } ? text : null;

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
