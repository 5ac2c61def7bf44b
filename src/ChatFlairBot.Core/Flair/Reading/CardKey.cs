namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Tells the key of a card, <c>d-12-18c</c>, <c>#12</c> or <c>12</c>, from other words.</summary>
internal static class CardKey
{
    /// <summary>The key without #, or null.</summary>
    public static string? Read(string key)
    {
        if (key.Split('-') is ["d", var number, var mark]) return IsDigits(number) && mark.Length > 0 && mark.All(char.IsAsciiHexDigitLower) ? key : null;
        var digits = key.StartsWith('#') ? key[1..] : key;
        return IsDigits(digits) ? digits : null;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
