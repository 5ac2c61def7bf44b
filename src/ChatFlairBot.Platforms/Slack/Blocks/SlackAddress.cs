namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Addresses that Slack takes for links.</summary>
internal static class SlackAddress
{
    /// <summary>Longer ones are worth no link: all blocks together have about 12,000 characters.</summary>
    private const int Longest = 2_000;

    /// <returns>The address with everything encoded that would end it, such as | and &gt;; null for none of the web or one that is too long.</returns>
    public static string? Of(Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.AbsoluteUri is { Length: <= Longest } text
            ? text.Replace("|", "%7C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            : null;
}
