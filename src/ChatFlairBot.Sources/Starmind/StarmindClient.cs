using System.Net;
using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.Starmind;

/// <summary>Speaks the API of a Starmind network: what its addresses and its refusals are. It documents no limits, so one request at a time it is.</summary>
internal sealed class StarmindClient(StarmindOptions options, TimeProvider time) : IDisposable
{
    /// <summary>The scores come in one piece, some 130 bytes for each person: room for half a million of them.</summary>
    private const int LargestBody = 64 * 1024 * 1024;

    private readonly SourceHttp _http = new(
        new SourceSite(options.Root, new SourceHints("Starmind's API v1", "Check BaseUrl, which is https://NETWORK.starmind.com/api/v1.")
        {
            Unauthorized = "It is wrong, has ended, or its user left. Check Token.",
            Renewal = "A network's tokens end after a while and nothing renews them by itself: log in again as the technical user (https://help.starmind.com/docs/api-authentication).",
            Forbidden = "Its user needs the role user_statistics_admin for the scores, and no more than that.",
        })
        {
            Credentials = new Dictionary<string, PrivateText>(StringComparer.Ordinal) { ["Authorization"] = new($"Bearer {options.Token}") },
            Refusal = (status, _) => status is (int)HttpStatusCode.Gone ? new(SourceFaultKind.UnknownPerson, $"{options.Root} has given up what was asked for (410).") : null,
        },
        time,
        LargestBody);

    public SourceFaults Faults => _http.Faults;

    /// <param name="path">Relative to the network's root. Never with one of the <c>deanonymize_</c> switches: what the network hides stays hidden.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="token">Ends the request; only this token makes the call throw.</param>
    public Task<SourceAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken token)
        where T : class => _http.GetAsync(path, shape, token);

    public void Dispose() => _http.Dispose();
}
