namespace ChatFlairBot.Platforms.Teams;

/// <summary>Where the bot's token may be sent: an activity names the address that is answered at, and nobody else shall be able to.</summary>
internal sealed class ServiceHosts(TeamsOptions options)
{
    /// <summary>
    /// The hosts of Teams' connectors, public and governments'
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages; of <c>smba.trafficmanager.net</c> that very host, for others can have names below trafficmanager.net).
    /// </summary>
    public static IReadOnlyList<string> Known { get; } =
        ["smba.trafficmanager.net", "botframework.com", ".botframework.com", "teams.microsoft.com", ".teams.microsoft.com", "teams.microsoft.us", ".teams.microsoft.us"];

    // In tests everything is on this machine; in earnest nothing is.
    private readonly bool _allowsLoopback = options.DangerouslyAllowUnauthenticatedRequests || options.TokenUrl is { IsLoopback: true };

    public bool Allows(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && Allows(address);

    public bool Allows(Uri address)
    {
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0) return false;
        if (address.IsLoopback) return _allowsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && options.ServiceUrlHosts.Any(host => Fits(address.IdnHost, host));
    }

    private static bool Fits(string host, string allowed) =>
        allowed.StartsWith('.') ? host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
