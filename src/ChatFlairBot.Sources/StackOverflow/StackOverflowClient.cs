using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Sources.Http;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Speaks API v3: what its addresses, its limits and its refusals are.</summary>
internal sealed class StackOverflowClient(StackOverflowOptions options, TimeProvider time) : IDisposable
{
    /// <summary>
    /// Two limits run for each access token, a burst of 50 requests in 2 s and a bucket of 5,000 that refills by 100 a minute
    /// (https://stackoverflowteams.help/en/articles/9085836-api-v3-overview). The burst is back before anybody else would notice.
    /// </summary>
    private static readonly HeaderLimit[] Limits =
    [
        new("x-burst-throttle-calls-left", "x-burst-throttle-seconds-until-full", Reserve: 0),
        new("x-token-bucket-calls-left", "x-token-bucket-seconds-until-next-refill", Reserve: 5),
    ];

    private readonly SourceHttp _http = new(
        new SourceSite(options.Root, new SourceHints("API v3", "Check BaseUrl, which ends in /v3, and Team.")
        {
            Unauthorized = "It is wrong, has expired or its owner left; on the cloud a wrong team name gives the same answer. Check Token and Team.",
            Renewal = "A new token is made under Account settings, API, or by the Enterprise application that made the last one "
                + "(https://stackoverflowteams.help/en/articles/10908790-personal-access-tokens-pats-for-api-authentication).",
            ServerFault = "if it stays, check BaseUrl: the cloud answers so to a wrong one.",
        })
        {
            Credentials = new Dictionary<string, PrivateText>(StringComparer.Ordinal) { ["Authorization"] = new($"Bearer {options.Token}") },
            Contact = options.Contact,
            Throttle = new HeaderThrottle(Limits, time),
        },
        time);

    public SourceFaults Faults => _http.Faults;

    /// <param name="path">Relative to the site's or the team's root.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="token">Ends the request; only this token makes the call throw.</param>
    public Task<SourceAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken token)
        where T : class => _http.GetAsync(path, shape, token);

    public void Dispose() => _http.Dispose();
}
