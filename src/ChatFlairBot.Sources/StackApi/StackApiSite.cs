using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>One of the places where API v2.3 is spoken.</summary>
/// <param name="Root">Such as <c>https://api.stackexchange.com/2.3/</c>.</param>
/// <param name="Scope">What every method is asked with, such as <c>site=stackoverflow</c>; encoded, without tokens; may be empty.</param>
/// <param name="Hints">What to say when it refuses.</param>
internal sealed record StackApiSite(Uri Root, string Scope, SourceHints Hints)
{
    public PrivateText? Key { get; init; }

    public PrivateText? Token { get; init; }

    public string? Contact { get; init; }

    /// <summary>Whoever shows neither key nor token gets no page beyond this (error 403, "page above 25 requires access token or app key").</summary>
    public const long MostPagesAnonymous = 25;

    public bool IsAnonymous => Key is null && Token is null;

    /// <summary>In headers only: the vendor revokes a token that comes in an address (../StackExchange/README.md tells its pages).</summary>
    public IReadOnlyDictionary<string, PrivateText> Credentials
    {
        get
        {
            var headers = new Dictionary<string, PrivateText>(StringComparer.Ordinal);
            if (Key is { } key) headers["X-API-Key"] = key;
            if (Token is { } token) headers["X-API-Access-Token"] = token;
            return headers;
        }
    }
}
