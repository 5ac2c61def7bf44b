using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Addresses that Slack takes for links; it takes up to 3,000 characters.</summary>
internal static class SlackAddress
{
    /// <returns>The address with everything encoded that would end it, such as | and &gt;; null for none of the web or one that is too long.</returns>
    public static string? Of(Uri? address) => WebAddress.Written(address)?.Replace("|", "%7C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
}
