using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackApi;

/// <summary>
/// Puts the API's numbered errors into words (https://api.stackexchange.com/docs/error-handling). Almost all come as HTTP 400, so only
/// the body tells.
/// </summary>
internal sealed partial class StackApiFaults(Uri root, SourceHints hints)
{
    /// <summary>A ban whose length is not told: between 30 seconds and minutes.</summary>
    private static readonly TimeSpan UntoldBan = TimeSpan.FromMinutes(5);

    /// <summary>Reads a refusal's body; null when it is none of this API's.</summary>
    public SourceFault? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, StackApiJson.Default.EnvelopeApiFilter) is { ErrorId: { } error } refusal ? Of(error, refusal.ErrorMessage) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="error">The <c>error_id</c>.</param>
    /// <param name="message">The <c>error_message</c>; read, but never repeated.</param>
    public SourceFault Of(int error, string? message) => error switch
    {
        400 => new(SourceFaultKind.Malformed, $"{root} refuses the request (bad_parameter). Check Site and Team, and that BaseUrl ends in /2.3."),
        401 or 402 => new(SourceFaultKind.Unauthorized, $"{root} refuses the token ({(error == 401 ? "access_token_required" : "invalid_access_token")}). {hints.Unauthorized}") { Renewal = hints.Renewal },
        403 when message?.Contains("page above", StringComparison.OrdinalIgnoreCase) ?? false => new(
            SourceFaultKind.Incomplete, $"{root} gives further pages only to those who have a key. Set Key, or a MinimumScore that fewer people reach."),
        403 => new(SourceFaultKind.Forbidden, $"{root} forbids this to the token or key (access_denied). {hints.Forbidden}"),
        404 => new(SourceFaultKind.WrongAddress, $"{root} knows no such method (no_method). {hints.Address}"),
        405 => new(SourceFaultKind.Unauthorized, $"{root} wants a key (key_required). Check Key."),
        406 => new(SourceFaultKind.Unauthorized, $"{root} has revoked the token, because somebody showed it where it does not belong (access_token_compromised). Make a new one, and look where the old one lies.") { Renewal = hints.Renewal },
        502 => Throttled(message),
        500 or 503 => new(SourceFaultKind.Unavailable, $"{root} reports a fault of its own ({error}). The next poll tries again."),
        _ => new(SourceFaultKind.Malformed, $"{root} refuses the request (error {error}). {hints.Address}"),
    };

    public SourceFault Closed(TimeSpan wait) => new(
        SourceFaultKind.Throttled, $"{root} wants no more requests from here for {Words(wait)} (throttle_violation). Until then nothing is asked; a longer Interval helps.", wait);

    public SourceFault Held(string method, TimeSpan wait) =>
        new(SourceFaultKind.Throttled, $"{root} wants {method} to rest for {Words(wait)} (backoff). The next poll comes after it.", wait);

    private SourceFault Throttled(string? message) =>
        Closed(message is not null && Seconds().Match(message) is { Success: true } match
            && double.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, TimeSpan.FromDays(1).TotalSeconds))
                : UntoldBan);

    private static string Words(TimeSpan wait) => wait < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalSeconds)} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes)} minutes");

    [GeneratedRegex("in (?<n>[0-9]{1,9}) second", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Seconds();
}
