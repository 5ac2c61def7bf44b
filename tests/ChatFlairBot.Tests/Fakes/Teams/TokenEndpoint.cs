using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>Gives the bot tokens for its own calls (learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow).</summary>
internal sealed class TokenEndpoint(FakeIdentity identity)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task<IResult> AnswerAsync(string tenant, HttpRequest request)
    {
        if (!request.HasFormContentType) return Refused("invalid_request", "AADSTS900144", "The request body must be a form.");
        var form = await request.ReadFormAsync();
        var asked = new TokenRequest(tenant, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        identity.Take(asked);
        return identity.Choose?.Invoke(asked) ?? Refusal(asked) ?? Granted(identity.Grant(asked["client_id"], tenant));
    }

    /// <summary>The endpoint that Azure gives to a machine (learn.microsoft.com/azure/app-service/overview-managed-identity, "REST endpoint reference").</summary>
    public IResult AnswerMachine(HttpRequest request)
    {
        var asked = new TokenRequest("msi", request.Query.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        identity.Take(asked);
        if (identity.Choose?.Invoke(asked) is { } chosen) return chosen;
        if (request.Headers["X-IDENTITY-HEADER"] != FakeIdentity.MachineHeader) return Results.Json(new { statusCode = 401, message = "Unauthorized" }, statusCode: 401);
        if (asked["resource"] != identity.Issuer) return Results.Json(new { statusCode = 400, message = "No such resource" }, statusCode: 400);
        if (asked["client_id"] != FakeIdentity.AppId) return Results.Json(new { statusCode = 400, message = "No managed identity was found" }, statusCode: 400);
        var bearer = identity.Grant(tenant: FakeIdentity.TenantId);
        return Results.Json(new { access_token = bearer.Value, expires_on = $"{bearer.ExpiresAt.ToUnixTimeSeconds()}", resource = identity.Issuer, token_type = "Bearer", client_id = FakeIdentity.AppId });
    }

    /// <summary>What libraries ask of an authority that they do not know.</summary>
    public JsonObject Metadata(string tenant) => new()
    {
        ["issuer"] = new Uri(identity.Address, $"/{tenant}/v2.0").AbsoluteUri,
        ["token_endpoint"] = identity.TokenUrlOf(tenant).AbsoluteUri,
        ["authorization_endpoint"] = new Uri(identity.Address, $"/{tenant}/oauth2/v2.0/authorize").AbsoluteUri,
        ["jwks_uri"] = new Uri(identity.Address, $"/{tenant}/discovery/v2.0/keys").AbsoluteUri,
        ["response_types_supported"] = new JsonArray("code"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
    };

    public JsonObject Instances(HttpRequest request) => new()
    {
        ["tenant_discovery_endpoint"] = new Uri(identity.Address, $"/{FakeIdentity.TenantId}/v2.0/.well-known/openid-configuration").AbsoluteUri,
        ["api-version"] = request.Query["api-version"].ToString(),
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = identity.Address.Authority, ["preferred_cache"] = identity.Address.Authority, ["aliases"] = new JsonArray(identity.Address.Authority),
        }),
    };

    private IResult? Refusal(TokenRequest asked) => asked switch
    {
        _ when asked["grant_type"] != "client_credentials" => Refused("unsupported_grant_type", "AADSTS70003", "The app requested an unsupported grant type."),
        _ when !identity.Tenants.Contains(asked.Tenant) => Refused("invalid_request", "AADSTS90002", $"Tenant '{asked.Tenant}' not found."),
        _ when asked["client_id"] != FakeIdentity.AppId => Refused("unauthorized_client", "AADSTS700016", "Application was not found in the directory."),
        _ when asked["scope"].Split(' ').All(scope => scope != identity.Scope) => Refused("invalid_scope", "AADSTS1002012", "The provided value for scope is not valid."),
        _ when asked.HasAssertion => AssertionRefusal(asked),
        _ when asked["client_secret"].Length == 0 => Refused("invalid_client", "AADSTS7000218", "The request body must contain client_assertion or client_secret.", StatusCodes.Status401Unauthorized),
        _ when asked["client_secret"] != FakeIdentity.AppSecret => Refused("invalid_client", "AADSTS7000215", "Invalid client secret provided.", StatusCodes.Status401Unauthorized),
        _ => null,
    };

    // learn.microsoft.com/entra/identity-platform/certificate-credentials
    private IResult? AssertionRefusal(TokenRequest asked)
    {
        if (asked["client_assertion_type"] != AssertionType || Jwt.Read(asked["client_assertion"]) is not var (header, claims, signed, signature))
            return Refused("invalid_client", "AADSTS50027", "JWT token is invalid or malformed.", StatusCodes.Status401Unauthorized);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        if ((long?)claims["exp"] is not { } end || end <= now || (long?)claims["nbf"] > now + 300) return Refused("invalid_client", "AADSTS700024", "Client assertion is not within its valid time range.", StatusCodes.Status401Unauthorized);
        if ((string?)claims["iss"] != FakeIdentity.AppId || (string?)claims["sub"] != FakeIdentity.AppId) return Refused("invalid_client", "AADSTS700021", "The issuer or subject is not the application.", StatusCodes.Status401Unauthorized);
        if ((string?)claims["aud"] != identity.TokenUrlOf(asked.Tenant).AbsoluteUri) return Refused("invalid_client", "AADSTS700023", "Client assertion audience claim does not match.", StatusCodes.Status401Unauthorized);
        return identity.Certificates.Exists(certificate => Verifies(certificate, (string?)header["alg"], signed, signature))
            ? null
            : Refused("invalid_client", "AADSTS700027", "Client assertion failed signature validation.", StatusCodes.Status401Unauthorized);
    }

    private static bool Verifies(X509Certificate2 certificate, string? algorithm, byte[] signed, byte[] signature)
    {
        using var key = certificate.GetRSAPublicKey();
        return algorithm switch
        {
            "PS256" => key?.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) ?? false,
            "RS256" => key?.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) ?? false,
            _ => false,
        };
    }

    private static IResult Granted(FakeBearer bearer)
    {
        var life = (int)Math.Ceiling((bearer.ExpiresAt - TimeProvider.System.GetUtcNow()).TotalSeconds);
        return Results.Json(new { token_type = "Bearer", expires_in = life, ext_expires_in = life, access_token = bearer.Value });
    }

    private static IResult Refused(string error, string code, string text, int status = StatusCodes.Status400BadRequest) => Results.Json(
        new { error, error_description = $"{code}: {text}", error_codes = new[] { int.Parse(code["AADSTS".Length..], CultureInfo.InvariantCulture) } }, statusCode: status);
}
