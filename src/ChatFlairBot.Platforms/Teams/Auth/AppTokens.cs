using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChatFlairBot.Platforms.Teams.Auth;

/// <summary>The bot's own tokens, by MSAL, which keeps each until shortly before its end.</summary>
internal sealed class AppTokens : IMsalHttpClientFactory, IDisposable
{
    private readonly TeamsOptions _options;
    private readonly HttpClient _http;
    private readonly TeamsCloud _cloud;
    private readonly Lazy<IConfidentialClientApplication> _application;
    private readonly Lazy<IManagedIdentityApplication> _identity;

    private X509Certificate2? _certificate;

    /// <summary>A token that was refused; the next one is fetched anew.</summary>
    private string? _refused;

    public AppTokens(TeamsOptions options, [FromKeyedServices(TeamsOptions.Platform)] HttpClient http)
    {
        (_options, _http, _cloud) = (options, http, TeamsCloud.Of(options));
        _application = new(Application);
        _identity = new(Identity);
    }

    /// <summary>Whether calls carry a token at all; not in development without an app.</summary>
    public bool AreNeeded => !string.IsNullOrEmpty(_options.MicrosoftAppId);

    public HttpClient GetHttpClient() => _http;

    public async Task<AppToken> GetAsync(CancellationToken token)
    {
        try
        {
            var (got, refused) = (await AcquireAsync(isForced: false, token), Volatile.Read(ref _refused));
            return new(refused == got ? await AcquireAsync(isForced: true, token) : got, null);
        }
        catch (MsalServiceException fault)
        {
            return new(null, $"{fault.ErrorCode}: {FirstLine(fault.Message)}") { IsRefused = fault.StatusCode is >= 400 and < 500 and not 429 };
        }
        catch (MsalClientException fault)
        {
            return new(null, $"{fault.ErrorCode}: {FirstLine(fault.Message)}");
        }
        catch (CryptographicException fault)
        {
            return new(null, $"The certificate cannot be used: {fault.Message}") { IsRefused = true };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            return new(null, fault.Message);
        }
    }

    /// <summary>Teams did not take it.</summary>
    public void Refuse(string token) => Volatile.Write(ref _refused, token);

    public void Dispose() => _certificate?.Dispose();

    private async Task<string> AcquireAsync(bool isForced, CancellationToken token) => _options.AppType is TeamsAppType.UserAssignedMSI
        ? (await _identity.Value.AcquireTokenForManagedIdentity(_cloud.Issuer).WithForceRefresh(isForced).ExecuteAsync(token)).AccessToken
        : (await _application.Value.AcquireTokenForClient([_cloud.Scope]).WithForceRefresh(isForced).ExecuteAsync(token)).AccessToken;

    private IConfidentialClientApplication Application()
    {
        // The settings name the authority; there is nothing to discover about it.
        var builder = ConfidentialClientApplicationBuilder.Create(_options.MicrosoftAppId)
            .WithAuthority(_cloud.Authority(_options), validateAuthority: false).WithInstanceDiscovery(false).WithHttpClientFactory(this).WithLegacyCacheCompatibility(false);
        if (string.IsNullOrEmpty(_options.CertificateFile)) return builder.WithClientSecret(_options.MicrosoftAppPassword).Build();
        _certificate = Certificate();
        return builder.WithCertificate(_certificate, sendX5C: true).Build();
    }

    private IManagedIdentityApplication Identity() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(_options.MicrosoftAppId)).WithHttpClientFactory(this).Build();

    private X509Certificate2 Certificate()
    {
        var (file, password) = (_options.CertificateFile!, _options.CertificatePassword);
        if (!File.ReadAllText(file).Contains("-----BEGIN", StringComparison.Ordinal)) return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        return string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);
    }

    private static string FirstLine(string text) => text.Split(['\r', '\n'], 2)[0];
}

/// <summary>A token, or why there is none.</summary>
internal sealed record AppToken(string? Value, string? Fault)
{
    /// <summary>Whether the settings are wrong, so that trying again alone does not help.</summary>
    public bool IsRefused { get; init; }

    public override string ToString() => Fault ?? "(token)";
}
