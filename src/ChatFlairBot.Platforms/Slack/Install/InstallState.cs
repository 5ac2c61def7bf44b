using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>Binds an installation to the browser that began it: what comes back has to carry what that browser's cookie holds (RFC 6749, 10.12).</summary>
internal sealed class InstallState(IDataProtectionProvider protection, SlackOptions options, TimeProvider time)
{
    public const string Cookie = "slack-app-oauth-state";

    /// <summary>As long as Slack's code lives.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("ChatFlairBot.Slack.InstallState.v1");

    /// <returns>The state for Slack's address.</returns>
    public string Begin(HttpResponse response, string? team)
    {
        var state = _protector.Protect($"{time.GetUtcNow().Add(Kept).ToUnixTimeSeconds()}\n{team}\n{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16))}");
        response.Cookies.Append(Cookie, state, Flags(Kept));
        return state;
    }

    /// <summary>Ends what this browser began; it ends once.</summary>
    /// <returns>False when it did not begin here, or too long ago; and the team that was asked for, or null.</returns>
    public (bool IsGood, string? Team) End(HttpRequest request)
    {
        var (given, kept) = (request.Query["state"].ToString(), request.Cookies[Cookie] ?? "");
        request.HttpContext.Response.Cookies.Delete(Cookie, Flags(null));
        if (given.Length == 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(kept))) return (false, null);
        try
        {
            var parts = _protector.Unprotect(given).Split('\n');
            var isInTime = long.TryParse(parts[0], CultureInfo.InvariantCulture, out var until) && until >= time.GetUtcNow().ToUnixTimeSeconds();
            return (isInTime, parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
        }
        catch (CryptographicException)
        {
            return (false, null);
        }
    }

    // Lax: Slack's page leads back here from another site.
    private CookieOptions Flags(TimeSpan? age) => new()
    {
        HttpOnly = true, Secure = options.PublicUrl?.Scheme == Uri.UriSchemeHttps, SameSite = SameSiteMode.Lax, MaxAge = age, Path = "/slack",
    };
}
