using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatFlairBot.Platforms.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Slack.Web;

/// <summary>Calls methods of Slack's Web API, form-encoded as Slack's own kit does. It neither waits nor repeats.</summary>
internal sealed class SlackWeb([FromKeyedServices(SlackOptions.Platform)] HttpClient http, SlackOptions options, MethodGates gates)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <param name="method">Such as <c>chat.postMessage</c>.</param>
    /// <param name="bearer">Goes into the header, never into the form; null for <c>oauth.v2.access</c>.</param>
    /// <param name="fields">Texts; nested values are JSON.</param>
    /// <param name="token">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; Slack may have done it all the same.</exception>
    public async Task<SlackAnswer> CallAsync(string method, string? bearer, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken token)
    {
        if (gates.Closed(method, bearer) is { } wait) return new SlackAnswer.RateLimited(wait);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.ApiBaseUrl, method)) { Content = new FormUrlEncodedContent(fields) };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            if (response.StatusCode is HttpStatusCode.TooManyRequests) return new SlackAnswer.RateLimited(gates.Close(method, bearer, RetryAfter(response)));
            if (response.StatusCode is not HttpStatusCode.OK) return new SlackAnswer.Broken($"Slack answered {method} with status {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}.", (int)response.StatusCode >= 500);
            var answer = Read(method, await BodyAsync(response, token));
            return answer is SlackAnswer.Ok ok && response.Headers.TryGetValues("X-OAuth-Scopes", out var scopes) ? ok with { Scopes = string.Join(',', scopes) } : answer;
        }
        catch (HttpRequestException fault)
        {
            // Who was never reached did nothing.
            var wasReached = fault.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);
            return new SlackAnswer.Broken($"Slack could not be reached for {method}: {fault.Message}", wasReached);
        }
        catch (Exception fault) when (fault is IOException or JsonException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            return new SlackAnswer.Broken($"Slack's answer to {method} was lost: {fault.Message}", MayHaveArrived: true);
        }
    }

    /// <summary>One field of a call.</summary>
    public static KeyValuePair<string, string> Field(string name, string value) => new(name, value);

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken token)
    {
        if (response.Content.Headers.ContentLength > LargestAnswer) throw new IOException("it is larger than any answer of Slack.");
        await response.Content.LoadIntoBufferAsync(LargestAnswer, token);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(token));
        return document.RootElement.Clone();
    }

    private static SlackAnswer Read(string method, JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object || !body.TryGetProperty("ok", out var ok)) return new SlackAnswer.Broken($"Slack's answer to {method} is none that can be read.", MayHaveArrived: true);
        return ok.ValueKind is JsonValueKind.True ? new SlackAnswer.Ok(body) : new SlackAnswer.Error(body.Text("error") ?? "unknown_error", Detail(body));
    }

    // A refused card is only understood with the messages beside it.
    private static string? Detail(JsonElement body)
    {
        if (body.Text("needed") is { } needed) return $"The scope {needed} is missing.";
        return body.At("response_metadata")?.At("messages") is { ValueKind: JsonValueKind.Array } messages && messages.GetArrayLength() > 0 ? string.Join(" ", messages.EnumerateArray().Take(5)) : null;
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
