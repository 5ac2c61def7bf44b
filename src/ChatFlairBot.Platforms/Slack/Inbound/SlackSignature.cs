using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Tells Slack's requests from forged ones, by the bytes as they came (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal sealed class SlackSignature(SlackOptions options, TimeProvider time)
{
    /// <summary>Seconds that a request's time may be off, either way.</summary>
    public const long MostSeconds = 300;

    private const string Version = "v0";

    private const int LongestTimestamp = 12;

    // Two while the secret is being changed. The secret is a text, not hexadecimal digits.
    private readonly byte[][] _secrets = [.. new[] { options.SigningSecret, options.PreviousSigningSecret }.Where(one => !string.IsNullOrEmpty(one)).Select(one => Encoding.UTF8.GetBytes(one!))];

    public SignatureVerdict Judge(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        // A doubled header is read by one program this way and by another that way.
        if (Only(headers["X-Slack-Request-Timestamp"]) is not { } timestamp || Only(headers["X-Slack-Signature"]) is not { } signature) return SignatureVerdict.Missing;
        if (timestamp.Length > LongestTimestamp || !timestamp.All(char.IsAsciiDigit)) return SignatureVerdict.Missing;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture)) > MostSeconds) return SignatureVerdict.Stale;

        var given = Encoding.UTF8.GetBytes(signature);
        var isGenuine = false;
        foreach (var secret in _secrets) isGenuine |= CryptographicOperations.FixedTimeEquals(given, Sign(secret, timestamp, body));
        return isGenuine ? SignatureVerdict.Genuine : SignatureVerdict.Forged;
    }

    private static byte[] Sign(byte[] secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return Encoding.ASCII.GetBytes($"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }

    private static string? Only(StringValues values) => values is [{ Length: > 0 } one] ? one : null;
}

/// <summary>What a signature says of a request.</summary>
internal enum SignatureVerdict
{
    /// <summary>From Slack, now.</summary>
    Genuine,

    /// <summary>Without the two headers, or with more than one of each.</summary>
    Missing,

    /// <summary>Too old, or from the future.</summary>
    Stale,

    /// <summary>Signed by somebody else, or changed on the way.</summary>
    Forged,
}
