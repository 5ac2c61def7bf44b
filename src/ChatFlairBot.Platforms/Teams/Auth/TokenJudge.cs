using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatFlairBot.Platforms.Teams.Auth;

/// <summary>Tells Teams' requests from forged ones, by the token in their header (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).</summary>
internal sealed class TokenJudge(SigningKeys keys, TeamsOptions options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly TeamsCloud _cloud = TeamsCloud.Of(options);

    /// <summary>Judges a header. What costs nothing is looked at first, so that no forged request makes the bot fetch anything.</summary>
    public async Task<JudgedToken> JudgeAsync(StringValues header, CancellationToken token)
    {
        if (header is not [{ } only] || !only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || only.Length == Scheme.Length) return new(TokenVerdict.Missing);
        if (Parse(only[Scheme.Length..].Trim()) is not { } parsed) return new(TokenVerdict.Malformed);
        if (parsed.Issuer != _cloud.Issuer) return new(TokenVerdict.ForeignIssuer);
        if (!IsForUs(parsed.Audiences)) return new(TokenVerdict.ForeignAudience);
        if (!parsed.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Exp, out _) || !IsInTime(parsed.ValidFrom, parsed.ValidTo)) return new(TokenVerdict.Stale);
        var (areKnown, key) = await keys.FindAsync(parsed.Kid, token);
        if (!areKnown) return new(TokenVerdict.Unknown);
        return key is not null && await IsSignedAsync(parsed, key) ? new(TokenVerdict.Genuine, ServiceOf(parsed), key.Endorsements) : new(TokenVerdict.Forged);
    }

    private JsonWebToken? Parse(string text)
    {
        if (text.Length > LongestToken || !_handler.CanReadToken(text)) return null;
        try
        {
            var parsed = new JsonWebToken(text);
            return Algorithms.Contains(parsed.Alg, StringComparer.Ordinal) && !string.IsNullOrEmpty(parsed.Kid) && !string.IsNullOrEmpty(parsed.EncodedSignature) ? parsed : null;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private bool IsForUs(IEnumerable<string> audiences) => audiences.Contains(options.MicrosoftAppId, StringComparer.OrdinalIgnoreCase);

    // On the bot's own clock. Without a beginning it is the year 1, and then there is nothing to take from it.
    private bool IsInTime(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now - Skew <= end && (from is not { } begin || begin <= now + Skew);
    }

    private async Task<bool> IsSignedAsync(JsonWebToken parsed, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(parsed, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuer = _cloud.Issuer,
            AudienceValidator = (audiences, _, _) => IsForUs(audiences),
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until),
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
        return result.IsValid;
    }

    private static string? ServiceOf(JsonWebToken parsed) =>
        parsed.TryGetPayloadValue<string>("serviceurl", out var url) || parsed.TryGetPayloadValue("serviceUrl", out url) ? url : null;
}

/// <summary>A token that was judged, before what came with it is known.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="ServiceUrl">The service address that it is about.</param>
/// <param name="Endorsements">The chat systems that its key may sign for.</param>
internal sealed record JudgedToken(TokenVerdict Verdict, string? ServiceUrl = null, IReadOnlyList<string>? Endorsements = null)
{
    /// <summary>For development only.</summary>
    public static JudgedToken OfAnybody { get; } = new(TokenVerdict.Genuine);

    /// <summary>Whether it is about this activity.</summary>
    public TokenVerdict About(string serviceUrl, string channelId)
    {
        if (Verdict is not TokenVerdict.Genuine || this == OfAnybody) return Verdict;
        if (!string.Equals(ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase)) return TokenVerdict.ForeignService;
        return Endorsements?.Contains(channelId, StringComparer.Ordinal) == true ? TokenVerdict.Genuine : TokenVerdict.NotEndorsed;
    }
}
