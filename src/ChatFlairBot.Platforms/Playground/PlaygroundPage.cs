using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>The page's files, carried inside the program.</summary>
internal static class PlaygroundPage
{
    private const string Index = "index.html";

    private const string SecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https: data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Prefix = typeof(PlaygroundPage).Namespace + ".Page.";

    public static void MapPage(this IEndpointRouteBuilder endpoints)
    {
        foreach (var resource in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var file = resource[Prefix.Length..];
            var bytes = Read(resource);
            endpoints.MapGet(file == Index ? "/" : "/" + file, (HttpResponse response) =>
            {
                response.Headers.ContentSecurityPolicy = SecurityPolicy;
                response.Headers.XContentTypeOptions = "nosniff";
                response.Headers["Referrer-Policy"] = "no-referrer";
                // The files change with the program, which may be updated under an open page.
                response.Headers.CacheControl = "no-cache";
                return TypedResults.Bytes(bytes, ContentType(file));
            });
        }
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"The page has a file of an unknown kind: {other}."),
    };
}
