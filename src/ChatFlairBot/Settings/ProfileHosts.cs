namespace ChatFlairBot.Settings;

/// <summary>Hosts on which people of the configured sources have their profiles.</summary>
internal static class ProfileHosts
{
    /// <summary>The cloud's API has a host of its own, and the site it belongs to has none.</summary>
    private const string Api = "api.";

    public static IReadOnlyList<string> Of(BotSettings settings) => Of(settings.Sources.Values.Select(source => source.Options.BaseUrl));

    /// <summary>The same of settings that need not be whole.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
        Of(configuration.GetSection("Sources").GetChildren().Select(source => Uri.TryCreate(source["BaseUrl"], UriKind.Absolute, out var address) ? address : null));

    private static IReadOnlyList<string> Of(IEnumerable<Uri?> addresses) =>
    [
        .. addresses.OfType<Uri>().Where(address => address.IsAbsoluteUri && address.HostNameType is UriHostNameType.Dns).Select(address => address.Host)
            .Select(host => host.StartsWith(Api, StringComparison.OrdinalIgnoreCase) ? host[Api.Length..] : host)
            .Where(host => host.Contains('.', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
