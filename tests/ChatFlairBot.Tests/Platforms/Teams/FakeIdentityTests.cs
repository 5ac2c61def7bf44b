using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>The identity service is known to who trusts its authority, gives out tokens for the right words and vouches for its keys.</summary>
public sealed class FakeIdentityTests : IAsyncLifetime
{
    private FakeIdentity _identity = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await FakeIdentity.StartAsync(new ManualClock());
        _http = new HttpClient(_identity.Authority.CreateHandler());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task Only_who_trusts_the_throwaway_authority_can_call_it()
    {
        using var stranger = new HttpClient();

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(_identity.OpenIdMetadataUrl, TestContext.Current.CancellationToken));

        Assert.IsType<AuthenticationException>(fault.InnerException);
        Assert.Equal(0, _identity.MetadataReads);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(_identity.OpenIdMetadataUrl, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("BEGIN CERTIFICATE", await File.ReadAllTextAsync(_identity.Authority.PemPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_are_where_the_metadata_says_and_endorsed_for_Teams()
    {
        var metadata = await ReadAsync(_identity.OpenIdMetadataUrl);
        var keys = await ReadAsync(new Uri((string)metadata["jwks_uri"]!));

        Assert.Equal(TeamsFixtures.Read("openid-metadata-connector").AsObject().Select(field => field.Key), metadata.AsObject().Select(field => field.Key));
        Assert.Equal(FakeIdentity.PublicIssuer, (string?)metadata["issuer"]);
        Assert.Equal(["unendorsed", "other-channels", "k1"], keys["keys"]!.AsArray().Select(key => (string?)key!["kid"]));
        Assert.Equal(TeamsFixtures.Read("jwks-with-endorsements-shape")["keys"]![0]!["endorsements"]!.ToJsonString(), keys["keys"]![2]!["endorsements"]!.ToJsonString());
        Assert.Null(keys["keys"]![0]!["endorsements"]);
    }

    [Fact]
    public async Task A_new_key_may_stand_beside_the_last_one_or_in_its_place()
    {
        _identity.RotateKey();
        _identity.RotateKey(keepsOld: false);

        var keys = await ReadAsync(new Uri(_identity.Address, "/v1/.well-known/keys"));

        Assert.Equal(["unendorsed", "other-channels", "k1", "k3"], keys["keys"]!.AsArray().Select(key => (string?)key!["kid"]));
        Assert.Contains("\"kid\":\"k3\"", Jwt.Read(_identity.Inbound.Make("https://x.example/")["Bearer ".Length..])!.Value.Header.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_has_the_claims_of_the_fixture()
    {
        var fixture = TeamsFixtures.Read("token-claims-connector-to-bot");

        var token = Jwt.Read(_identity.Inbound.Make((string)fixture["payload"]!["serviceurl"]!)["Bearer ".Length..])!.Value;

        var (claims, expected) = (token.Payload, fixture["payload"]!.AsObject());
        Assert.Equal(expected.Select(claim => claim.Key), claims.Select(claim => claim.Key));
        Assert.All(["serviceurl", "iss", "aud"], name => Assert.Equal((string?)expected[name], (string?)claims[name]));
        Assert.Equal((string?)fixture["header"]!["alg"], (string?)token.Header["alg"]);
    }

    [Theory]
    [InlineData("", "", "", 200)]
    [InlineData("grant_type", "password", "unsupported_grant_type", 400)]
    [InlineData("client_id", "somebody", "unauthorized_client", 400)]
    [InlineData("client_secret", "wrong", "invalid_client", 401)]
    [InlineData("client_secret", "", "invalid_client", 401)]
    [InlineData("scope", "https://graph.microsoft.com/.default", "invalid_scope", 400)]
    [InlineData("tenant", "00000000-0000-0000-0000-000000000000", "invalid_request", 400)]
    public async Task A_token_is_given_for_the_right_words_only(string field, string value, string error, int status)
    {
        var fields = Right();
        if (field.Length > 0) fields[field] = value;
        fields.Remove("tenant", out var tenant);

        var (answered, body) = await AskAsync(tenant ?? FakeIdentity.TenantId, fields);

        Assert.Equal((status, error), (answered, (string?)body["error"] ?? ""));
        Assert.Equal(status == 200, _identity.Find((string?)body["access_token"] ?? "") is { IsAlive: true, Tenant: FakeIdentity.TenantId });
        Assert.Equal(value == "wrong" ? "wrong" : fields["client_secret"], Assert.Single(_identity.TokenRequests)["client_secret"]);
    }

    [Fact]
    public async Task A_registered_certificate_stands_for_the_secret()
    {
        using var registered = Certificate();
        using var other = Certificate();
        _identity.Certificates.Add(registered);
        var audience = _identity.TokenUrl.AbsoluteUri;

        Assert.Equal(200, (await AskAsync(FakeIdentity.TenantId, Asserted(registered, audience))).Status);
        Assert.Equal(401, (await AskAsync(FakeIdentity.TenantId, Asserted(other, audience))).Status);
        Assert.Equal(401, (await AskAsync(FakeIdentity.TenantId, Asserted(registered, "https://login.example.com/"))).Status);
        Assert.Equal(401, (await AskAsync(FakeIdentity.TenantId, Asserted(registered, audience, life: -10))).Status);
    }

    [Fact]
    public async Task A_machine_gets_one_for_its_own_identity()
    {
        var url = new Uri($"{_identity.MachineUrl}?api-version=2019-08-01&resource=https://api.botframework.com&client_id={FakeIdentity.AppId}");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("X-IDENTITY-HEADER", FakeIdentity.MachineHeader);

        using var good = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        using var bare = await _http.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (good.StatusCode, bare.StatusCode));
        Assert.Single(_identity.Bearers);
    }

    [Fact]
    public async Task It_may_be_down()
    {
        _identity.IsDown = true;

        using var answer = await _http.GetAsync(_identity.OpenIdMetadataUrl, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private static Dictionary<string, string> Right() => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "client_credentials", ["client_id"] = FakeIdentity.AppId, ["client_secret"] = FakeIdentity.AppSecret, ["scope"] = "https://api.botframework.com/.default",
    };

    private static Dictionary<string, string> Asserted(X509Certificate2 certificate, string audience, int life = 600)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iss"] = FakeIdentity.AppId, ["sub"] = FakeIdentity.AppId, ["aud"] = audience, ["nbf"] = now - 60, ["exp"] = now + life, ["jti"] = "1" };
        using var key = certificate.GetRSAPrivateKey()!;
        var fields = Right();
        fields.Remove("client_secret");
        fields["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
        fields["client_assertion"] = Jwt.Write(new JsonObject { ["alg"] = "PS256", ["typ"] = "JWT" }, claims, data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        return fields;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2_048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task<JsonNode> ReadAsync(Uri address) => JsonNode.Parse(await _http.GetStringAsync(address, TestContext.Current.CancellationToken))!;

    private async Task<(int Status, JsonNode Body)> AskAsync(string tenant, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(_identity.TokenUrlOf(tenant), content, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
