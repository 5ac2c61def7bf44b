namespace ChatFlairBot.Core.Cards;

/// <summary>Lets only web addresses onto cards: what a platform sends may just as well be <c>javascript:</c>.</summary>
public static class WebAddress
{
    /// <summary>The longest address worth showing.</summary>
    private const int Longest = 2_000;

    /// <returns>The address, or null when it is none, is too long or is neither http nor https.</returns>
    public static Uri? Of(string? text) =>
        text is { Length: > 0 and <= Longest }
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    /// <returns>The address as it is written into a payload, or null when it is none of the web or too long.</returns>
    public static string? Written(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.AbsoluteUri is { Length: <= Longest } text ? text : null;
}
