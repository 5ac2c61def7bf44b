using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatFlairBot.Core.Standings;
using Polly;
using Polly.Retry;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>Speaks the v3 API: one request at a time, every answer a payload or a named fault. The token travels in the header only.</summary>
internal sealed class StackOverflowClient : IDisposable
{
    /// <summary>A page of 100 people is about 40 KB; nothing that small API sends comes near this.</summary>
    private const int LargestBody = 8 * 1024 * 1024;

    private const int Tries = 3;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Longer waits are not for a poll: it ends, and the next one tries again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly StackOverflowFaults _faults;
    private readonly StackOverflowThrottle _throttle;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;
    private readonly TimeProvider _time;

    public StackOverflowClient(StackOverflowOptions options, TimeProvider time)
    {
        _time = time;
        _throttle = new StackOverflowThrottle(time);
        _faults = new StackOverflowFaults(options.Root, time);
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
            BaseAddress = options.Root,
            MaxResponseContentBufferSize = LargestBody,
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // The vendor may block requests without a name of their own: https://stackoverflowteams.help/en/articles/9085836-api-v3-overview
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"ChatFlairBot/{typeof(StackOverflowClient).Assembly.GetName().Version!.ToString(2)}{(options.Contact is { } contact ? $" ({contact})" : "")}");
        _retry = Retry(time);
    }

    /// <summary>Gets one document.</summary>
    /// <param name="path">Relative to the API's root.</param>
    /// <param name="shape">What the answer is read as.</param>
    /// <param name="token">Ends the request; only this token makes the call throw.</param>
    public async Task<SourceAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken token)
        where T : class
    {
        try
        {
            using var answer = await _retry.ExecuteAsync(async inner => await SendAsync(path, inner), token);
            if (answer.StatusCode != HttpStatusCode.OK) return _faults.Of(answer);
            var body = await answer.Content.ReadAsByteArrayAsync(token);
            // Answers sometimes come without a Content-Type, so the body alone decides.
            return Parse(body, shape);
        }
        catch (InvalidDataException)
        {
            // What claims to be compressed is not.
            return _faults.NotJson([]);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return _faults.TooLarge(LargestBody);
        }
        catch (HttpRequestException fault)
        {
            return _faults.Unreachable(fault);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return _faults.TooSlow(Patience);
        }
    }

    public void Dispose() => _http.Dispose();

    private SourceAnswer<T> Parse<T>(byte[] body, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            // Some proxies put a byte order mark in front.
            var json = body.AsSpan().StartsWith(ByteOrderMark) ? body.AsSpan(ByteOrderMark.Length) : body;
            return JsonSerializer.Deserialize(json, shape) is { } payload ? payload : _faults.NotJson(body);
        }
        catch (JsonException)
        {
            return _faults.NotJson(body);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken token)
    {
        await _throttle.WaitAsync(token);
        using var patience = new CancellationTokenSource(Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        // The whole body within the patience, so that a site that drips cannot hold a poll for ever.
        var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
        _throttle.Note(answer.Headers);
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
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
                {
                    { Exception: HttpRequestException fault } => fault.HttpRequestError is not HttpRequestError.ConfigurationLimitExceeded,
                    { Result: { } answer } => IsPassing(answer),
                    _ => false,
                }),
                DelayGenerator = retry => ValueTask.FromResult(retry.Outcome.Result is { } answer ? _faults.RetryAfter(answer) : null),
            })
            .Build();

    // 500 is not among them: the cloud answers so to a wrong address, and asking again does not mend that.
    private bool IsPassing(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        && !(_faults.RetryAfter(answer) > LongestWait);
}
