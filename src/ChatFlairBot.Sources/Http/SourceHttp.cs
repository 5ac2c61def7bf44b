using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using Polly;
using Polly.Retry;

namespace ChatFlairBot.Sources.Http;

/// <summary>Reads documents of one API: one request at a time, every answer a payload or a named fault, credentials in headers only.</summary>
internal sealed class SourceHttp : IDisposable
{
    /// <summary>A page of 100 people is about 40 KB; nothing that small API sends comes near this.</summary>
    public const int LargestBody = 8 * 1024 * 1024;

    private const int Tries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Longer waits are not for a poll: it ends, and the next one tries again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly SourceSite _site;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;
    private readonly TimeProvider _time;

    public SourceHttp(SourceSite site, TimeProvider time, int largestBody = LargestBody)
    {
        _site = site;
        _time = time;
        MostBytes = largestBody;
        Faults = new SourceFaults(site, time);
#pragma warning disable CA2000 // The client owns its handler.
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Not Brotli: what is broken in it throws like a bug of ours.
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // A redirect would carry the token to wherever it points.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            BaseAddress = site.Root,
            MaxResponseContentBufferSize = largestBody,
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
        foreach (var (name, secret) in site.Credentials) _http.DefaultRequestHeaders.TryAddWithoutValidation(name, secret.Reveal());
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // Vendors block whoever has no name of their own: https://stackoverflowteams.help/en/articles/9085836-api-v3-overview
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"ChatFlairBot/{typeof(SourceHttp).Assembly.GetName().Version!.ToString(2)}{(site.Contact is { } contact ? $" ({contact})" : "")}");
        _retry = Retry(time);
    }

    /// <summary>For what a payload itself shows to be wrong.</summary>
    public SourceFaults Faults { get; }

    private int MostBytes { get; }

    /// <summary>Gets one document.</summary>
    /// <param name="path">Relative to the API's root.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="token">Ends the request; only this token makes the call throw.</param>
    public async Task<SourceAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken token)
        where T : class
    {
        await _turn.WaitAsync(token);
        try
        {
            using var answer = await _retry.ExecuteAsync(async inner => await SendAsync(path, inner), token);
            // Some servers compress without saying so.
            var body = Inflation.Of(await answer.Content.ReadAsByteArrayAsync(token), MostBytes);
            if (body is null) return Faults.TooLarge(MostBytes);
            if (answer.StatusCode != HttpStatusCode.OK) return _site.Refusal?.Invoke((int)answer.StatusCode, body) ?? Faults.Of(answer);
            // Answers sometimes come without a Content-Type, so the body alone decides.
            return Parse(body, shape);
        }
        catch (InvalidDataException)
        {
            // What claims to be compressed is not.
            return Faults.NotJson([]);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return Faults.TooLarge(MostBytes);
        }
        catch (HttpRequestException fault)
        {
            return Faults.Unreachable(fault);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Faults.TooSlow(Patience);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private SourceAnswer<T> Parse<T>(byte[] body, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Text(body), shape) is { } payload ? payload : Faults.NotJson(body);
        }
        catch (JsonException)
        {
            return Faults.NotJson(body);
        }
    }

    // Some proxies put a byte order mark in front.
    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> body) => body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken token)
    {
        if (_site.Throttle is { } throttle) await throttle.WaitAsync(token);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        // The whole body within the patience, so that a site that drips cannot hold a poll for ever.
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
        _site.Throttle?.Note(answer.Headers);
        return answer;
    }

    private ResiliencePipeline<HttpResponseMessage> Retry(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = Tries - 1,
                Delay = TimeSpan.FromSeconds(2),
                // Without jitter: one bot asks one thing at a time, and polls are already spread.
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = async outcome => outcome.Outcome switch
                {
                    { Exception: HttpRequestException fault } => fault.HttpRequestError is not HttpRequestError.ConfigurationLimitExceeded,
                    { Result: { } answer } => IsPassing(answer) && !await IsBanAsync(answer),
                    _ => false,
                },
                DelayGenerator = retry => ValueTask.FromResult(retry.Outcome.Result is { } answer ? Faults.RetryAfter(answer) : null),
            })
            .Build();

    // 500 is not among them: some platforms answer so to a wrong address, and asking again does not mend that.
    private bool IsPassing(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && !(Faults.RetryAfter(answer) > LongestWait);

    // Some vendors send their bans under the status of a passing fault: then each further try makes them longer.
    private async Task<bool> IsBanAsync(HttpResponseMessage answer)
    {
        if (_site.Refusal is not { } refusal) return false;
        try
        {
            var body = Inflation.Of(await answer.Content.ReadAsByteArrayAsync(), MostBytes);
            return body is not null && refusal((int)answer.StatusCode, body) is { Kind: SourceFaultKind.Throttled };
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
