namespace ChatFlairBot.Platforms.Teams;

/// <summary>The addresses and names of a cloud (learn.microsoft.com/azure/bot-service/bot-builder-deploy-government-cloud).</summary>
/// <param name="Issuer">Who signs tokens to the bot.</param>
/// <param name="Metadata">Where that is described, with its keys.</param>
/// <param name="Login">Where tokens for the bot's calls are fetched; the tenant follows.</param>
/// <param name="AnyTenant">The tenant of bots that are of many.</param>
internal sealed record TeamsCloud(string Issuer, Uri Metadata, Uri Login, string AnyTenant)
{
    private const string TokenPath = "/oauth2/v2.0/token";

    private static readonly TeamsCloud Public = new(
        "https://api.botframework.com", new("https://login.botframework.com/v1/.well-known/openidconfiguration"), new("https://login.microsoftonline.com/"), "botframework.com");

    private static readonly TeamsCloud Government = new(
        "https://api.botframework.us", new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), new("https://login.microsoftonline.us/"), "MicrosoftServices.onmicrosoft.us");

    /// <summary>What the bot's own tokens are for.</summary>
    public string Scope => $"{Issuer}/.default";

    /// <summary>The cloud that the settings mean, with the addresses that they put in the place of its own.</summary>
    public static TeamsCloud Of(TeamsOptions options)
    {
        var cloud = options.IsGovernment ? Government : Public;
        return options.OpenIdMetadataUrl is { } metadata ? cloud with { Metadata = metadata } : cloud;
    }

    /// <summary>What MSAL calls an authority: login and tenant.</summary>
    public Uri Authority(TeamsOptions options)
    {
        if (options.TokenUrl is not { } given) return new Uri(Login, options.AppType is TeamsAppType.MultiTenant ? AnyTenant : options.MicrosoftAppTenantId);
        var address = given.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri(address.EndsWith(TokenPath, StringComparison.OrdinalIgnoreCase) ? address[..^TokenPath.Length] : address);
    }
}
