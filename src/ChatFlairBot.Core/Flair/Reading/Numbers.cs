using System.Globalization;

namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Reads numbers as people write them.</summary>
internal static class Numbers
{
    // More than anything that is counted here; longer numbers mean as much.
    private const long Huge = 1_000_000_000_000;

    /// <summary>Reads 1000, 1,000, 1k and 2.5k.</summary>
    /// <returns>0 to a million million, or null when it is no such number.</returns>
    public static long? Read(string key)
    {
        var isThousands = key.EndsWith('k');
        var body = isThousands ? key[..^1] : key;
        if (isThousands && body.Contains('.', StringComparison.Ordinal)) return Fraction(body) is { } value ? (long)Math.Min(value * 1_000, Huge) : null;
        var digits = IsGrouped(body) ? body.Replace(",", "", StringComparison.Ordinal) : body;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return null;
        var number = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Min(read, Huge) : Huge;
        return isThousands ? Math.Min(number * 1_000, Huge) : number;
    }

    /// <summary>Reads 1000,5000. Between digits a comma parts numbers unless the whole word is one grouped number, or 0 follows.</summary>
    /// <returns>At least one number, or null.</returns>
    public static IReadOnlyList<long>? ReadList(string key)
    {
        if (Read(key) is { } one) return [one];
        var pieces = new List<string>();
        foreach (var piece in key.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            // No number begins with 0, so 1,000,5000 can only mean 1,000 and 5000.
            if (piece is ['0', _, _] && pieces is [.., [.., >= '0' and <= '9']]) pieces[^1] += piece;
            else pieces.Add(piece);
        }

        var numbers = pieces.Select(Read).ToList();
        return numbers.Count > 0 && numbers.All(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
    }

    /// <summary>Reads 3 and 2.5.</summary>
    public static double? Fraction(string key)
    {
        var isPlain = key.Length > 0 && char.IsAsciiDigit(key[0]) && char.IsAsciiDigit(key[^1]) && key.All(sign => char.IsAsciiDigit(sign) || sign is '.');
        return isPlain && double.TryParse(key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static bool IsGrouped(string body) =>
        body.Split(',') is [{ Length: >= 1 and <= 3 } first, .. { Length: > 0 } others] && first[0] is not '0' && others.All(piece => piece.Length == 3);
}
