using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Teams.Connector;

/// <summary>Calls Teams' connector (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). It neither waits nor repeats.</summary>
internal sealed class ConnectorClient([FromKeyedServices(TeamsOptions.Platform)] HttpClient http, AppTokens tokens, ServiceHosts hosts, TimeProvider time)
{
    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <param name="method">Of HTTP.</param>
    /// <param name="serviceUrl">Where; the bot's token goes to no host that is not Teams'.</param>
    /// <param name="path">Below it, escaped: <c>v3/conversations</c>.</param>
    /// <param name="body">Null for none.</param>
    /// <param name="token">Ends the call.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; Teams may have done it all the same.</exception>
    public async Task<ConnectorAnswer> CallAsync(HttpMethod method, string serviceUrl, string path, JsonNode? body, CancellationToken token)
    {
        if (!hosts.Allows(serviceUrl)) return new ConnectorAnswer.Error(0, "ServiceUrlNotAllowed");
        using var request = new HttpRequestMessage(method, new Uri(new Uri(serviceUrl.EndsWith('/') ? serviceUrl : serviceUrl + "/"), path));
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (tokens.AreNeeded)
        {
            var bearer = await tokens.GetAsync(token);
            if (bearer.Value is null) return new ConnectorAnswer.Broken($"No token could be had for Teams. {bearer.Fault}", MayHaveArrived: false);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Value);
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            var answer = await ReadAsync(response, token);
            if (answer is ConnectorAnswer.Error { Status: (int)HttpStatusCode.Unauthorized } && request.Headers.Authorization?.Parameter is { } used) tokens.Refuse(used);
            return answer;
        }
        catch (HttpRequestException fault)
        {
            // Who was never reached did nothing.
            var wasReached = fault.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);
            return new ConnectorAnswer.Broken($"Teams could not be reached: {fault.Message}", wasReached);
        }
        catch (Exception fault) when (fault is IOException || (fault is OperationCanceledException && !token.IsCancellationRequested))
        {
            return new ConnectorAnswer.Broken($"Teams' answer was lost: {fault.Message}", MayHaveArrived: true);
        }
    }

    private async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken token)
    {
        if (response.Content.Headers.ContentLength > LargestAnswer) throw new IOException("it is larger than any answer of Teams.");
        await response.Content.LoadIntoBufferAsync(LargestAnswer, token);
        var body = Parse(await response.Content.ReadAsByteArrayAsync(token));
        return response.IsSuccessStatusCode ? new ConnectorAnswer.Ok(body) : new ConnectorAnswer.Error((int)response.StatusCode, Code(body) ?? "") { After = RetryAfter(response) };
    }

    private static JsonElement? Parse(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A gateway's page; its status says enough.
            return null;
        }
    }

    // Two shapes: {error:{code}}, and {message:"{\"subCode\":…}"} (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
    private static string? Code(JsonElement? body)
    {
        if (body?.At("error")?.Text("code") is { } code) return code;
        return body?.Text("message") is { } message && message.Contains("subCode", StringComparison.Ordinal) ? Parse(Encoding.UTF8.GetBytes(message))?.Text("subCode") : body?.Text("code");
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } after) return null;
        return after.Delta ?? (after.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);
    }

    /// <summary>A path of literal parts and of ids, which hold all kinds of signs.</summary>
    public static string Path(FormattableString parts) =>
        string.Format(CultureInfo.InvariantCulture, parts.Format, [.. parts.GetArguments().Select(one => (object?)Uri.EscapeDataString(Convert.ToString(one, CultureInfo.InvariantCulture) ?? ""))]);
}
