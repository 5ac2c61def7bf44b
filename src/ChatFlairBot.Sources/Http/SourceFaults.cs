using System.Net;
using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.Http;

/// <summary>Puts refusals into words: what happened, and what to do. Bodies are never quoted: they may hold people's data.</summary>
internal sealed class SourceFaults(SourceSite site, TimeProvider time)
{
    private readonly Uri _root = site.Root;
    private readonly SourceHints _hints = site.Hints;

    /// <summary>What the status alone tells.</summary>
    public SourceFault Of(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new(SourceFaultKind.Unauthorized, $"{_root} refuses the token (401). {_hints.Unauthorized}") { Renewal = _hints.Renewal },
        HttpStatusCode.Forbidden => new(SourceFaultKind.Forbidden, $"{_root} knows the token but forbids it to read users (403). {_hints.Forbidden}"),
        // A page from somebody else means that nobody there knows the API; the API itself refuses in JSON.
        HttpStatusCode.NotFound when IsJson(answer) => new(SourceFaultKind.UnknownPerson, $"{_root} knows no such person (404)."),
        HttpStatusCode.NotFound => new(SourceFaultKind.WrongAddress, $"There is no API at {_root} (404). {_hints.Address}"),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new(
            SourceFaultKind.WrongAddress, $"{_root} redirects elsewhere ({(int)answer.StatusCode}); the token was not sent along. Put the final address into BaseUrl."),
        HttpStatusCode.TooManyRequests => new(
            SourceFaultKind.Throttled, $"{_root} refuses more requests for now (429). The next poll tries again; a longer Interval helps.", RetryAfter(answer)),
        >= HttpStatusCode.InternalServerError => new(
            SourceFaultKind.Unavailable,
            $"{_root} reports a fault of its own ({(int)answer.StatusCode}). The next poll tries again{(_hints.ServerFault is { } hint ? $"; {hint}" : ".")}",
            RetryAfter(answer)),
        _ => new(SourceFaultKind.Malformed, $"{_root} refuses the request ({(int)answer.StatusCode}). Is BaseUrl the address of {_hints.Api}?"),
    };

    /// <summary>A list that is not there is no unknown person.</summary>
    public SourceFault OfList(SourceFault fault) =>
        fault.Kind is SourceFaultKind.UnknownPerson ? new(SourceFaultKind.WrongAddress, $"{_root} has no list of users (404). {_hints.Address}") : fault;

    public SourceFault NoList() => new(SourceFaultKind.Malformed, $"{_root} answers, but with no list of users. Is BaseUrl the address of {_hints.Api}?");

    public SourceFault Endless(long page) =>
        new(SourceFaultKind.EndlessPaging, $"{_root} never ends its list of users (stopped at page {page}). Does a proxy drop the page number?");

    public SourceFault Unreadable(long number) => new(SourceFaultKind.Malformed, $"{_root} answers for person {number} without id or reputation.");

    /// <summary>How long the answer asks to wait; an absurd date or none is null.</summary>
    public TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : null;
    }

    public SourceFault NotJson(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..]
        ? new(SourceFaultKind.Malformed, $"{_root} answers with a web page where JSON is due. Is BaseUrl the API's address, and no login page or proxy in between?")
        : new(SourceFaultKind.Malformed, $"{_root} sent an answer that is cut off or is no JSON of {_hints.Api}. The next poll tries again; if it stays, check BaseUrl.");

    public SourceFault TooLarge(int most) => new(SourceFaultKind.TooLarge, $"{_root} sent an answer of more than {most / 1024 / 1024} MB. Is BaseUrl the API's address?");

    public SourceFault TooSlow(TimeSpan patience) =>
        new(SourceFaultKind.Unreachable, $"{_root} did not answer completely within {patience.TotalSeconds:N0} s. The next poll tries again.");

    public SourceFault Unreachable(HttpRequestException fault) => new(
        SourceFaultKind.Unreachable,
        fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"The host {_root.Host} is not known. Check BaseUrl and the network.",
            HttpRequestError.SecureConnectionError => $"{_root.Host} could not prove who it is (TLS). Check its certificate and this machine's clock.",
            HttpRequestError.ConnectionError => $"{_root.Host}:{_root.Port} takes no connection. Check BaseUrl, the network and any proxy.",
            _ => $"The connection to {_root.Host} broke off. The next poll tries again.",
        });

    private static bool IsJson(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) ?? false;
}
