namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Pictures that Slack can surely fetch. One that it cannot fails the whole message with <c>invalid_blocks</c>, so those of a company's own platform stay out.</summary>
internal static class PublicPictures
{
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "gravatar.com", "www.gravatar.com", "secure.gravatar.com", "i.sstatic.net", "cdn.sstatic.net", "i.stack.imgur.com", "avatars.githubusercontent.com",
    };

    private static readonly string[] Domains = [".slack-edge.com", ".googleusercontent.com", ".gravatar.com"];

    // Slack takes png, jpg, jpeg and gif (docs.slack.dev/reference/block-kit/block-elements/image-element).
    private static readonly HashSet<string> OtherKinds = new([".svg", ".webp", ".bmp", ".ico", ".avif", ".tif", ".tiff", ".heic", ".html"], StringComparer.OrdinalIgnoreCase);

    public static bool Has(Uri address) =>
        address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" }
        && address.Scheme == Uri.UriSchemeHttps
        && (Hosts.Contains(address.Host) || Domains.Any(domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)))
        && !OtherKinds.Contains(Path.GetExtension(address.AbsolutePath))
        && !MayBeMissing(address);

    // Gravatar answers 404, or sends on to wherever the address says, when somebody has no picture (docs.gravatar.com/sdk/images).
    private static bool MayBeMissing(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Any(pair => pair is ["d" or "default", var instead] && (instead == "404" || instead.StartsWith("http", StringComparison.OrdinalIgnoreCase)));
}
