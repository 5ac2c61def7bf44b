using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>
/// What may stand in the Authorization header of a call to the bot: good ones, and every kind of bad one
/// (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, "Authenticate requests from the Bot Connector service to your bot").
/// </summary>
internal sealed class InboundTokens(FakeIdentity identity)
{
    private const string Foreign = "https://smba.example.com/emea/";

    private static readonly Dictionary<string, Func<InboundTokens, string, string?>> Good = new(StringComparer.Ordinal)
    {
        ["an ordinary one"] = (tokens, url) => tokens.Make(url),
        ["expired less than five minutes ago"] = (tokens, url) => tokens.Make(url, claims => (claims["nbf"], claims["exp"]) = (tokens.At(-3_000), tokens.At(-240))),
        ["valid in less than five minutes"] = (tokens, url) => tokens.Make(url, claims => claims["nbf"] = tokens.At(240)),
        ["signed with SHA-384"] = (tokens, url) => tokens.Make(url, algorithm: "RS384"),
        ["signed with SHA-512"] = (tokens, url) => tokens.Make(url, algorithm: "RS512"),
        ["the service url in other letters"] = (tokens, url) => tokens.Make(url.ToUpperInvariant()),
        ["with claims that nobody knows"] = (tokens, url) => tokens.Make(url, claims => (claims["colour"], claims["ver"]) = ("red", 1)),
    };

    private static readonly Dictionary<string, Func<InboundTokens, string, string?>> Bad = new(StringComparer.Ordinal)
    {
        ["no header"] = (_, _) => null,
        ["another scheme"] = (_, _) => $"Basic {Convert.ToBase64String("a:b"u8)}",
        ["nothing after Bearer"] = (_, _) => "Bearer ",
        ["the token without Bearer"] = (tokens, url) => tokens.Make(url)["Bearer ".Length..],
        ["no token at all"] = (_, _) => "Bearer garbage",
        ["three parts of nothing"] = (_, _) => "Bearer a.b.c",
        ["five parts"] = (tokens, url) => $"{tokens.Make(url)}.e.f",
        ["another app's"] = (tokens, url) => tokens.Make(url, claims => claims["aud"] = "00000000-0000-0000-0000-000000000000"),
        ["nobody's"] = (tokens, url) => tokens.Make(url, claims => claims.Remove("aud")),
        ["another issuer"] = (tokens, url) => tokens.Make(url, claims => claims["iss"] = "https://api.botframework.example.com"),
        ["no issuer"] = (tokens, url) => tokens.Make(url, claims => claims.Remove("iss")),
        ["the other cloud's issuer"] = (tokens, url) => tokens.Make(url, claims => claims["iss"] = FakeIdentity.GovernmentIssuer == tokens.Identity.Issuer ? FakeIdentity.PublicIssuer : FakeIdentity.GovernmentIssuer),
        ["the emulator's issuer"] = (tokens, url) => tokens.Make(url, claims => claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["expired"] = (tokens, url) => tokens.Make(url, claims => (claims["nbf"], claims["exp"]) = (tokens.At(-4_000), tokens.At(-301))),
        ["without an end"] = (tokens, url) => tokens.Make(url, claims => claims.Remove("exp")),
        ["not yet valid"] = (tokens, url) => tokens.Make(url, claims => (claims["nbf"], claims["exp"]) = (tokens.At(600), tokens.At(4_200))),
        ["unsigned"] = (tokens, url) => $"Bearer {Jwt.Encode(new JsonObject { ["alg"] = "none", ["typ"] = "JWT", ["kid"] = tokens.Identity.Key.Id })}.{Jwt.Encode(tokens.Claims(url))}.",
        ["a good one's signature cut off"] = (tokens, url) => Cut(tokens.Make(url), '.') + ".",
        ["HS256 with the public key"] = (tokens, url) => tokens.Make(url, algorithm: "HS256", sign: data => HMACSHA256.HashData(tokens.Identity.Key.PublicPem(), data)),
        ["a stranger's key by the right name"] = (tokens, url) => tokens.Make(url, sign: FakeIdentity.StrangersKey.Sign),
        ["a stranger's key"] = (tokens, url) => tokens.Make(url, keyId: FakeIdentity.StrangersKey.Id, sign: FakeIdentity.StrangersKey.Sign),
        ["a stranger's key that it brings along"] = (tokens, url) => tokens.Make(url, keyId: null, jwk: FakeIdentity.StrangersKey.ToJwk(), sign: FakeIdentity.StrangersKey.Sign),
        ["a key endorsed for other channels only"] = (tokens, url) => tokens.Make(url, keyId: FakeIdentity.OtherChannelsKey.Id, sign: FakeIdentity.OtherChannelsKey.Sign),
        ["a key endorsed for no channel"] = (tokens, url) => tokens.Make(url, keyId: FakeIdentity.UnendorsedKey.Id, sign: FakeIdentity.UnendorsedKey.Sign),
        ["another service url"] = (tokens, _) => tokens.Make(Foreign),
        ["a service url that begins like it"] = (tokens, url) => tokens.Make($"{url}more/"),
        ["no service url"] = (tokens, url) => tokens.Make(url, claims => claims.Remove("serviceurl")),
        ["other claims under a good signature"] = (tokens, url) => Tamper(tokens.Make(url, claims => claims["exp"] = tokens.At(600)), tokens.Claims(url)),
        ["a signature of something else"] = (tokens, url) => $"{Cut(tokens.Make(url), '.')}.{tokens.Make(Foreign).Split('.')[2]}",
        ["a bearer for the connector"] = (tokens, _) => $"Bearer {tokens.Identity.Grant().Value}",
        ["very long"] = (tokens, url) => tokens.Make(url, claims => claims["aud"] = new string('x', 9_000)),
    };

    /// <summary>For a theory: the kinds that the bot must accept.</summary>
    public static TheoryData<string> GoodKinds => [.. Good.Keys];

    /// <summary>For a theory: the kinds that the bot must refuse with 401.</summary>
    public static TheoryData<string> BadKinds => [.. Bad.Keys];

    private FakeIdentity Identity => identity;

    /// <summary>The value of the Authorization header; null for none.</summary>
    public string? Header(string kind, string serviceUrl) => (Good.GetValueOrDefault(kind) ?? Bad[kind])(this, serviceUrl);

    /// <summary>A good one, unless something is said to be different.</summary>
    /// <param name="serviceUrl">What the claim says.</param>
    /// <param name="change">Makes other claims of them.</param>
    /// <param name="keyId">Which key it says it is signed with; empty for the newest.</param>
    /// <param name="algorithm">How it says it is signed.</param>
    /// <param name="jwk">A key to carry in the header.</param>
    /// <param name="sign">Signs it in place of the newest key.</param>
    public string Make(string serviceUrl, Action<JsonObject>? change = null, string? keyId = "", string algorithm = "RS256", JsonObject? jwk = null, Func<byte[], byte[]>? sign = null)
    {
        var key = identity.Key;
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (keyId is { Length: 0 }) keyId = key.Id;
        if (keyId is not null) (header["kid"], header["x5t"]) = (keyId, keyId);
        if (jwk is not null) header["jwk"] = jwk;
        var claims = Claims(serviceUrl);
        change?.Invoke(claims);
        var hash = algorithm switch { "RS384" => HashAlgorithmName.SHA384, "RS512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };
        return $"Bearer {Jwt.Write(header, claims, sign ?? (data => key.Sign(data, hash)))}";
    }

    private JsonObject Claims(string serviceUrl) => new()
    {
        ["serviceurl"] = serviceUrl, ["nbf"] = At(-300), ["exp"] = At(3_300), ["iss"] = identity.Issuer, ["aud"] = FakeIdentity.AppId,
    };

    private long At(int seconds) => identity.Time.GetUtcNow().ToUnixTimeSeconds() + seconds;

    private static string Cut(string text, char at) => text[..text.LastIndexOf(at)];

    private static string Tamper(string good, JsonObject claims)
    {
        var parts = good.Split('.');
        return $"{parts[0]}.{Jwt.Encode(claims)}.{parts[2]}";
    }
}
