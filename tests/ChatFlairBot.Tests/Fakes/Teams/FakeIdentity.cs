using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>
/// Microsoft's identity services on this machine's loopback, by https: what the bot checks calls of Teams with, and where it gets the tokens
/// for its own calls. Microsoft's own Bot Builder judges its tokens in <c>FakeTeamsPeersTests</c>.
/// </summary>
internal sealed class FakeIdentity : IAsyncDisposable
{
    public const string AppId = "3f0c9a52-6d1b-4f7e-8a55-0b7c2e9d4a10";
    public const string AppSecret = "app-secret-for-tests";
    public const string TenantId = "5b1d0c3e-7a44-4c1f-9f0e-2d6f8a9b0c11";

    // learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication; the government's in "Connect a bot to Azure Government".
    public const string PublicIssuer = "https://api.botframework.com";
    public const string GovernmentIssuer = "https://api.botframework.us";

    private readonly WebApplication _site;
    private readonly ConcurrentQueue<TokenRequest> _tokenRequests = new();
    private readonly ConcurrentQueue<FakeBearer> _bearers = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly List<SigningKey> _keys = [];
    private int _metadataReads;
    private int _keyReads;
    private int _made;

    private FakeIdentity(TimeProvider time)
    {
        Time = time;
        Inbound = new InboundTokens(this);
        _keys.AddRange([UnendorsedKey, OtherChannelsKey]);
        RotateKey();
        var builder = BareWeb.At(new Uri("https://127.0.0.1:0"));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = Authority.Server));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        _site = builder.Build();
        _site.Use(next => context => IsDown ? FailAsync(context) : next(context));
        _site.MapGet("/v1/.well-known/openidconfiguration", () => Json(Metadata()));
        _site.MapGet("/v1/.well-known/keys", () => Json(KeySet()));
        var tokens = new TokenEndpoint(this);
        _site.MapPost("/{tenant}/oauth2/v2.0/token", (Func<string, HttpRequest, Task<IResult>>)tokens.AnswerAsync);
        _site.MapGet("/msi/token", (Func<HttpRequest, IResult>)tokens.AnswerMachine);
        _site.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant) => Json(tokens.Metadata(tenant)));
        _site.MapGet("/common/discovery/instance", (HttpRequest request) => Json(tokens.Instances(request)));
        _site.MapFallback(context =>
        {
            AddFault($"{context.Request.Method} {context.Request.Path}: nothing is there");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>The clock of the tokens that Teams brings along. What the bot gets for itself goes by the machine's.</summary>
    public TimeProvider Time { get; }

    public ThrowawayAuthority Authority { get; } = new();

    public Uri Address { get; private set; } = new("https://localhost/");

    /// <summary>What the bot reads the keys from.</summary>
    public Uri OpenIdMetadataUrl => new(Address, "/v1/.well-known/openidconfiguration");

    /// <summary>Where the bot gets its tokens, up to and without the tenant.</summary>
    public Uri LoginUrl => Address;

    public Uri TokenUrl => TokenUrlOf(TenantId);

    /// <summary>Where a machine gives out tokens by itself, as in Azure (<c>IDENTITY_ENDPOINT</c>, with <c>IDENTITY_HEADER</c>).</summary>
    public Uri MachineUrl => new(Address, "/msi/token");

    public const string MachineHeader = "machine-header-for-tests";

    /// <summary>Who issues the tokens that Teams brings along; the government's cloud has another issuer.</summary>
    public string Issuer { get; set; } = PublicIssuer;

    public string Scope => $"{Issuer}/.default";

    /// <summary>Tenants where the app is registered.</summary>
    public HashSet<string> Tenants { get; } = new(StringComparer.OrdinalIgnoreCase) { TenantId, "botframework.com" };

    /// <summary>Certificates that the app may show in place of its secret.</summary>
    public List<X509Certificate2> Certificates { get; } = [];

    /// <summary>The key that Teams signs with now.</summary>
    public SigningKey Key { get; private set; } = null!;

    // Keys are slow to make, and these need not differ from test to test.
    public static SigningKey UnendorsedKey { get; } = new("unendorsed");

    public static SigningKey OtherChannelsKey { get; } = new("other-channels", "webchat", "directline");

    /// <summary>Never published.</summary>
    public static SigningKey StrangersKey { get; } = new("stranger", "msteams");

    public InboundTokens Inbound { get; }

    /// <summary>Everything is answered 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Looks at each request for a token first and may answer it; null leaves it to the rest.</summary>
    public Func<TokenRequest, IResult?>? Choose { get; set; }

    /// <summary>How long the bot's tokens live.</summary>
    public TimeSpan BearerLife { get; set; } = TimeSpan.FromSeconds(3_599);

    public IReadOnlyList<TokenRequest> TokenRequests => [.. _tokenRequests];

    public IReadOnlyList<FakeBearer> Bearers => [.. _bearers];

    public int MetadataReads => _metadataReads;

    public int KeyReads => _keyReads;

    /// <summary>What Microsoft would let pass or only refuse, and a careful caller would not do.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<FakeIdentity> StartAsync(TimeProvider time)
    {
        var identity = new FakeIdentity(time);
        await identity._site.StartAsync();
        var bound = new Uri(identity._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        identity.Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://localhost:{bound.Port}/"));
        return identity;
    }

    public Uri TokenUrlOf(string tenant) => new(Address, $"/{tenant}/oauth2/v2.0/token");

    /// <summary>Teams signs with a new key from now on.</summary>
    /// <param name="keepsOld">Whether the last one is still published, as it is for some days.</param>
    public SigningKey RotateKey(bool keepsOld = true)
    {
        lock (_keys)
        {
            if (!keepsOld) _keys.Remove(Key);
            Key = new SigningKey(string.Create(CultureInfo.InvariantCulture, $"k{++_made}"), "msteams", "webchat", "directline");
            _keys.Add(Key);
            return Key;
        }
    }

    /// <summary>A token as the bot would get it, without the bot's asking.</summary>
    public FakeBearer Grant(string appId = AppId, string tenant = TenantId)
    {
        var number = Interlocked.Increment(ref _made);
        var bearer = new FakeBearer(string.Create(CultureInfo.InvariantCulture, $"bearer-TEST-{number}"), appId, tenant, TimeProvider.System.GetUtcNow() + BearerLife);
        _bearers.Enqueue(bearer);
        return bearer;
    }

    public FakeBearer? Find(string value) => _bearers.FirstOrDefault(bearer => bearer.Value == value);

    /// <summary>Every token that was given out is refused from now on, although it says that it lives.</summary>
    public void EndBearers()
    {
        foreach (var bearer in _bearers) bearer.End();
    }

    public void AddFault(string what) => _faults.Enqueue(what);

    public void Take(TokenRequest request) => _tokenRequests.Enqueue(request);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Authority.Dispose();
    }

    private JsonObject Metadata()
    {
        Interlocked.Increment(ref _metadataReads);
        return new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = new Uri(Address, "/v1/.well-known/keys").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        };
    }

    private JsonObject KeySet()
    {
        Interlocked.Increment(ref _keyReads);
        lock (_keys) return new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => key.ToJwk())]) };
    }

    private static IResult Json(JsonObject answer) => Results.Text(answer.ToJsonString(), "application/json; charset=utf-8");

    private static Task FailAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync("<html>Service Unavailable</html>");
    }
}
