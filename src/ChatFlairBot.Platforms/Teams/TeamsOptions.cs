using System.ComponentModel.DataAnnotations;

namespace ChatFlairBot.Platforms.Teams;

/// <summary>The <c>Teams</c> settings block, in Bot Builder's names. Nothing set: Teams is off.</summary>
public sealed class TeamsOptions : IValidatableObject
{
    /// <summary>The name of the platform in subscriptions.</summary>
    public const string Platform = "Teams";

    /// <summary>How the bot shows who it is; new registrations are for a single tenant since July 2025.</summary>
    public string MicrosoftAppType { get; set; } = nameof(TeamsAppType.SingleTenant);

    /// <summary>The application (client) id of the Azure Bot; also what tokens to the bot are for.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>A client secret of that application; or <see cref="CertificateFile"/>, and neither for a managed identity.</summary>
    [DataType(DataType.Password)]
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The directory (tenant) id of the application.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>In the place of a client secret: a file with certificate and key, PEM or PFX.</summary>
    public string? CertificateFile { get; set; }

    [DataType(DataType.Password)]
    public string? CertificatePassword { get; set; }

    /// <summary>Directories whose people are answered; empty for the application's own, and for all where it is of many tenants.</summary>
    public IReadOnlyList<string> Tenants { get; set; } = [];

    /// <summary>For government clouds <c>https://botframework.azure.us</c>; empty for the public one.</summary>
    public Uri? ChannelService { get; set; }

    /// <summary>Where the keys are told that tokens to the bot are signed with; another place only for tests.</summary>
    public Uri? OpenIdMetadataUrl { get; set; }

    /// <summary>Where tokens for calls are fetched; another place only for tests.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>Hosts that the bot's own token may be sent to; one that begins with a dot stands for all below it.</summary>
    public IReadOnlyList<string> ServiceUrlHosts { get; set; } = ServiceHosts.Known;

    /// <summary>For development on one machine: whoever reaches the bot is believed, and service addresses of this machine are called.</summary>
    public bool DangerouslyAllowUnauthenticatedRequests { get; set; }

    /// <summary>Whether the block says anything that switches Teams on.</summary>
    public bool IsOn => DangerouslyAllowUnauthenticatedRequests || new[] { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, CertificateFile }.Any(one => !string.IsNullOrEmpty(one));

    /// <summary>The kind of application.</summary>
    internal TeamsAppType AppType => Enum.TryParse<TeamsAppType>(MicrosoftAppType, ignoreCase: true, out var type) ? type : TeamsAppType.SingleTenant;

    /// <summary>Whether Teams of a government's cloud is meant.</summary>
    internal bool IsGovernment => ChannelService is not null;

    /// <summary>Directories whose people are answered; empty for all.</summary>
    internal IReadOnlyList<string> Welcome => Tenants.Count > 0 || AppType is TeamsAppType.MultiTenant || string.IsNullOrEmpty(MicrosoftAppTenantId) ? Tenants : [MicrosoftAppTenantId];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn) return [];
        return [.. Identity(), .. Secrets(), .. Places()];
    }

    private IEnumerable<ValidationResult> Identity()
    {
        if (!Enum.GetNames<TeamsAppType>().Contains(MicrosoftAppType, StringComparer.OrdinalIgnoreCase)) yield return new($"MicrosoftAppType is '{MicrosoftAppType}', but has to be {string.Join(" or ", Enum.GetNames<TeamsAppType>())}.", [nameof(MicrosoftAppType)]);
        if (string.IsNullOrEmpty(MicrosoftAppId) && !DangerouslyAllowUnauthenticatedRequests) yield return new("MicrosoftAppId is missing: the application (client) id under Configuration of the Azure Bot. Without it nobody could tell Teams' requests from forged ones.", [nameof(MicrosoftAppId)]);
        foreach (var (name, id) in new[] { (nameof(MicrosoftAppId), MicrosoftAppId), (nameof(MicrosoftAppTenantId), MicrosoftAppTenantId) })
        {
            if (!string.IsNullOrEmpty(id) && !Guid.TryParseExact(id, "D", out _)) yield return new($"{name} has to be an id such as 00000000-0000-0000-0000-000000000000.", [name]);
        }

        if (!string.IsNullOrEmpty(MicrosoftAppId) && string.IsNullOrEmpty(MicrosoftAppTenantId) && AppType is not TeamsAppType.MultiTenant) yield return new($"MicrosoftAppTenantId is missing: the directory (tenant) id of the application. Only MultiTenant needs none.", [nameof(MicrosoftAppTenantId)]);
        foreach (var tenant in Tenants.Where(one => !Guid.TryParseExact(one, "D", out _))) yield return new($"Tenants holds '{tenant}', but has to hold directory (tenant) ids.", [nameof(Tenants)]);
    }

    private IEnumerable<ValidationResult> Secrets()
    {
        if (string.IsNullOrEmpty(MicrosoftAppId)) yield break;
        var (hasPassword, hasCertificate) = (!string.IsNullOrEmpty(MicrosoftAppPassword), !string.IsNullOrEmpty(CertificateFile));
        if (AppType is TeamsAppType.UserAssignedMSI)
        {
            if (hasPassword) yield return new("MicrosoftAppPassword is set, but a managed identity has none. Take it out, or set MicrosoftAppType to SingleTenant.", [nameof(MicrosoftAppPassword)]);
            if (hasCertificate) yield return new("CertificateFile is set, but a managed identity has none. Take it out, or set MicrosoftAppType to SingleTenant.", [nameof(CertificateFile)]);
            yield break;
        }

        if (!hasPassword && !hasCertificate) yield return new("MicrosoftAppPassword is missing: a client secret of the application, or CertificateFile in its place.", [nameof(MicrosoftAppPassword)]);
        if (hasPassword && hasCertificate) yield return new("MicrosoftAppPassword and CertificateFile are both set: take one of them out.", [nameof(CertificateFile)]);
        if (hasCertificate && !File.Exists(CertificateFile)) yield return new("CertificateFile names a file that is not there.", [nameof(CertificateFile)]);
    }

    private IEnumerable<ValidationResult> Places()
    {
        if (ChannelService is not null && ChannelService != new Uri("https://botframework.azure.us")) yield return new("ChannelService is empty, or https://botframework.azure.us for government clouds.", [nameof(ChannelService)]);
        if (OpenIdMetadataUrl is { } metadata && !(metadata.Scheme == Uri.UriSchemeHttps || (metadata.Scheme == Uri.UriSchemeHttp && metadata.IsLoopback))) yield return new("OpenIdMetadataUrl has to start with https:.", [nameof(OpenIdMetadataUrl)]);
        if (TokenUrl is { } tokens && tokens.Scheme != Uri.UriSchemeHttps) yield return new("TokenUrl has to start with https:, for the secret travels there.", [nameof(TokenUrl)]);
        foreach (var host in ServiceUrlHosts.Where(one => Uri.CheckHostName(one.TrimStart('.')) is UriHostNameType.Unknown)) yield return new($"ServiceUrlHosts holds '{host}', but has to hold hosts such as smba.trafficmanager.net.", [nameof(ServiceUrlHosts)]);
        if (ServiceUrlHosts.Count == 0) yield return new("ServiceUrlHosts is empty, so nothing could be posted.", [nameof(ServiceUrlHosts)]);
    }
}
