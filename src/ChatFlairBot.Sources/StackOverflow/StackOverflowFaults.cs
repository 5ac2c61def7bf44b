using System.Net;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Puts the API's refusals into words. Bodies are never quoted: they may hold people's data.</summary>
internal sealed class StackOverflowFaults(Uri root, TimeProvider time)
{
    /// <summary>Errors: 401 comes as plain text, all others as problem details, some with a web page in place of either.</summary>
    public SourceFault Of(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new(
            SourceFaultKind.Unauthorized,
            $"{root} refuses the token (401). It is wrong, has expired or its owner left; on the cloud a wrong team name gives the same answer. Check Token and Team."),
        HttpStatusCode.Forbidden => new(
            SourceFaultKind.Forbidden, $"{root} knows the token but forbids it to read users (403). Make a token of an account that may see the members."),
        HttpStatusCode.NotFound when IsProblem(answer) => new(SourceFaultKind.UnknownPerson, $"{root} knows no such person (404)."),
        HttpStatusCode.NotFound => new(SourceFaultKind.WrongAddress, $"There is no API at {root} (404). Check BaseUrl, which ends in /v3, and Team."),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new(
            SourceFaultKind.WrongAddress, $"{root} redirects elsewhere ({(int)answer.StatusCode}); the token was not sent along. Put the final address into BaseUrl."),
        HttpStatusCode.TooManyRequests => new(
            SourceFaultKind.Throttled, $"{root} refuses more requests for now (429). The next poll tries again; a longer Interval helps.", RetryAfter(answer)),
        >= HttpStatusCode.InternalServerError => new(
            SourceFaultKind.Unavailable,
            $"{root} reports a fault of its own ({(int)answer.StatusCode}). The next poll tries again; if it stays, check BaseUrl: the cloud answers so to a wrong one.",
            RetryAfter(answer)),
        _ => new(SourceFaultKind.Malformed, $"{root} refuses the request ({(int)answer.StatusCode}). Is BaseUrl the address of API v3?"),
    };

    public static SourceFault NoList(Uri root) => new(SourceFaultKind.WrongAddress, $"{root} has no list of users (404). Check BaseUrl, which ends in /v3, and Team.");

    /// <summary>How long the answer asks to wait; an absurd date or none is null.</summary>
    public TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }

    public SourceFault NotJson(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..]
        ? new(SourceFaultKind.Malformed, $"{root} answers with a web page where JSON is due. Is BaseUrl the API's address, and no login page or proxy in between?")
        : new(SourceFaultKind.Malformed, $"{root} sent an answer that is cut off or is no JSON of API v3. The next poll tries again; if it stays, check BaseUrl.");

    public SourceFault TooLarge(int most) => new(SourceFaultKind.TooLarge, $"{root} sent an answer of more than {most / 1024 / 1024} MB. Is BaseUrl the API's address?");

    public SourceFault TooSlow(TimeSpan patience) =>
        new(SourceFaultKind.Unreachable, $"{root} did not answer completely within {patience.TotalSeconds:N0} s. The next poll tries again.");

    public SourceFault Unreachable(HttpRequestException fault) => new(
        SourceFaultKind.Unreachable,
        fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"The host {root.Host} is not known. Check BaseUrl and the network.",
            HttpRequestError.SecureConnectionError => $"{root.Host} could not prove who it is (TLS). Check its certificate and this machine's clock.",
            HttpRequestError.ConnectionError => $"{root.Host}:{root.Port} takes no connection. Check BaseUrl, the network and any proxy.",
            _ => $"The connection to {root.Host} broke off. The next poll tries again.",
        });

    private static bool IsProblem(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) ?? false;
}
