using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ChatFlairBot.Platforms.Slack.Install;

/// <summary>The tokens of a workspace.</summary>
/// <param name="Access">Speaks for the bot.</param>
/// <param name="Refresh">Gets the next one where tokens rotate; works once.</param>
internal sealed record SlackTokens(string Access, string? Refresh)
{
    public override string ToString() => "(tokens)";
}

/// <summary>Keeps tokens unreadable at rest: whoever has the database and not the keys has nothing.</summary>
internal sealed class TokenVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ChatFlairBot.Slack.Tokens.v1");

    public string Lock(SlackTokens tokens) => _protector.Protect(JsonSerializer.Serialize(tokens));

    /// <returns>Null when the keys that locked it are gone: then the workspace has to install the bot again.</returns>
    public SlackTokens? Open(string secret)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackTokens>(_protector.Unprotect(secret));
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
