namespace ChatFlairBot.Core.Cards;

/// <summary>Pictures that whoever is on the internet can surely fetch. Those of a company's own platform stay out, for a chat's own machines cannot see them.</summary>
public static class PublicPictures
{
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "gravatar.com", "www.gravatar.com", "secure.gravatar.com", "i.sstatic.net", "cdn.sstatic.net", "i.stack.imgur.com", "avatars.githubusercontent.com",
    };

    private static readonly string[] Domains = [".googleusercontent.com", ".gravatar.com"];

    // Every platform shows png, jpg, jpeg and gif, and not every one these.
    private static readonly HashSet<string> OtherKinds = new([".svg", ".webp", ".bmp", ".ico", ".avif", ".tif", ".tiff", ".heic", ".html"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a picture is one of these: https, on a host of pictures, of a kind that is shown everywhere, and not one that may be missing.</summary>
    /// <param name="address">Of the picture.</param>
    /// <param name="own">Domains besides, each with its leading dot: those of the platform that shows it.</param>
    public static bool Has(Uri address, params ReadOnlySpan<string> own) =>
        address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "" }
        && address.Scheme == Uri.UriSchemeHttps
        && (Hosts.Contains(address.Host) || IsOf(address, Domains) || IsOf(address, own))
        && !OtherKinds.Contains(Path.GetExtension(address.AbsolutePath))
        && !MayBeMissing(address);

    private static bool IsOf(Uri address, ReadOnlySpan<string> domains)
    {
        foreach (var domain in domains) if (address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // Gravatar answers 404, or sends on to wherever the address says, when somebody has no picture (docs.gravatar.com/sdk/images).
    private static bool MayBeMissing(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Any(pair => pair is ["d" or "default", var instead] && (instead == "404" || instead.StartsWith("http", StringComparison.OrdinalIgnoreCase)));
}
