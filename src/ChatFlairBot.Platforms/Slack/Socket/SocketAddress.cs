namespace ChatFlairBot.Platforms.Slack.Socket;

/// <summary>Whether an address that came in an answer is one that the bot may hand its envelopes to.</summary>
internal static class SocketAddress
{
    private static readonly string[] Hosts = [".slack.com", ".slack-gov.com"];

    /// <param name="url">As <c>apps.connections.open</c> gave it; carries a ticket, so it is never logged.</param>
    /// <param name="apiBaseUrl">A loopback one allows loopback sockets, which is how tests run.</param>
    /// <returns>Null for an address that is not Slack's.</returns>
    public static Uri? Checked(string? url, Uri apiBaseUrl)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0) return null;
        if (apiBaseUrl.IsLoopback && address.IsLoopback) return address.Scheme is "ws" or "wss" ? address : null;
        return address.Scheme == "wss" && Array.Exists(Hosts, host => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)) ? address : null;
    }
}
