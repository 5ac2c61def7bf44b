using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Slack.Blocks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Slack.Inbound;

/// <summary>Takes what Slack sends over HTTP: all three kinds on each path. Only what is signed is read any further than its bytes.</summary>
internal sealed partial class SlackEndpoint(SlackSignature signature, SeenRequests seen, ISlackReceiver receiver, RefusedRequests refused, ILogger<SlackEndpoint> logger)
{
    private const int LargestBody = 1024 * 1024;
    private const int LargestCommand = 64 * 1024;

    /// <summary>A button or form carries the whole message or form that it is in.</summary>
    private const int LargestForm = 512 * 1024;

    private const int MostFields = 64;

    /// <summary>Slack's test of the certificate, where it does not begin with its own field.</summary>
    private static readonly SlackInbound Probe = new(SlackInboundKind.Command, default);

    public async Task<IResult> PostAsync(HttpRequest request, CancellationToken token)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        // What is not read to its end leaves nothing to go on with.
        if (request.ContentLength > LargestBody) request.HttpContext.Response.Headers.Connection = "close";
        if (request.ContentLength > LargestBody) return Refuse(StatusCodes.Status413PayloadTooLarge, "The request is larger than any of Slack's.");
        byte[] body;
        try
        {
            body = await ReadAsync(request, token);
        }
        catch (BadHttpRequestException fault)
        {
            return Refuse(fault.StatusCode, "The request is too large or was cut off.");
        }
        catch (IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The request was cut off.");
        }

        // Slack's own test of the certificate; Bolt answers it before it looks at a signature, and so does everybody.
        if (IsForm(request) && body.AsSpan().StartsWith("ssl_check=1"u8)) return Results.Ok();
        var verdict = signature.Judge(request.Headers, body);
        if (verdict is not SignatureVerdict.Genuine)
        {
            if (refused.IsWorthALine(out var more)) Log.Forged(logger, verdict, more);
            return Refuse(StatusCodes.Status401Unauthorized, "The request is not signed by Slack, or not now.");
        }

        return await TakeAsync(request, body, token);
    }

    private async Task<IResult> TakeAsync(HttpRequest request, byte[] body, CancellationToken token)
    {
        if (IsForm(request) && body.Length > LargestForm) return Refuse(StatusCodes.Status413PayloadTooLarge, "The form is larger than any of Slack's.");
        if (!IsForm(request) && !request.HasJsonContentType()) return Refuse(StatusCodes.Status400BadRequest, "Slack sends forms and JSON, and this is neither.");
        if (Read(request, body) is not { } inbound) return Refuse(StatusCodes.Status400BadRequest, "The request is none that can be read.");
        if (inbound.Kind is SlackInboundKind.Command && body.Length > LargestCommand) return Refuse(StatusCodes.Status413PayloadTooLarge, "The command is longer than any of Slack's.");
        if (inbound == Probe) return Results.Ok();
        if (inbound.Payload.Text("type") == "url_verification") return Results.Json(new { challenge = inbound.Payload.Text("challenge") ?? "" });
        var (path, signed) = (request.Path.Value ?? "", request.Headers["X-Slack-Signature"].ToString());
        if (!seen.Add(path, signed))
        {
            // Slack may repeat an event within the second, with the same signature; what is done about events is done once anyway.
            return inbound.Kind is SlackInboundKind.Event && request.Headers.ContainsKey("X-Slack-Retry-Num") ? Results.Ok() : Refuse(StatusCodes.Status401Unauthorized, "The request was here before.");
        }

        try
        {
            var answer = await receiver.ReceiveAsync(inbound, token);
            return answer is null ? Results.Ok() : Results.Text(SlackMessage.Sent(answer), "application/json", Encoding.UTF8);
        }
        catch (StoreException fault)
        {
            seen.Forget(path, signed);
            Log.NotKept(logger, inbound.Kind, fault.Message);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "It could not be written down; send it again.");
        }
    }

    private static SlackInbound? Read(HttpRequest request, byte[] body)
    {
        try
        {
            if (!IsForm(request)) return Parse(body) is { ValueKind: JsonValueKind.Object } json ? new SlackInbound(SlackInboundKind.Event, json) : null;
            using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields, KeyLengthLimit = 200, ValueLengthLimit = LargestForm };
            var form = reader.ReadForm();
            if (form.ContainsKey("ssl_check")) return Probe;
            if (form.TryGetValue("payload", out var payload)) return Parse(Encoding.UTF8.GetBytes(payload.ToString())) is { ValueKind: JsonValueKind.Object } json ? new SlackInbound(SlackInboundKind.Interaction, json) : null;
            if (!form.ContainsKey("command")) return null;
            var fields = new JsonObject(form.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value.ToString()))));
            return new SlackInbound(SlackInboundKind.Command, JsonSerializer.SerializeToElement(fields));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static bool IsForm(HttpRequest request) => request.ContentType is { } type && type.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken token)
    {
        using var body = new MemoryStream();
        // Kestrel ends it beyond the limit that was set above.
        await request.Body.CopyToAsync(body, token);
        return body.ToArray();
    }

    private static IResult Refuse(int status, string error) => Results.Json(new { error }, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request that says to be Slack's was refused: {Verdict} ({More} more since the last such line). Once in a while that is somebody trying; always, it is the wrong Slack:SigningSecret or this machine's clock.")]
        public static partial void Forged(ILogger logger, SignatureVerdict verdict, int more);

        [LoggerMessage(2, LogLevel.Error, "What Slack sent ({Kind}) could not be written down; Slack is asked to send it again. {Reason}")]
        public static partial void NotKept(ILogger logger, SlackInboundKind kind, string reason);
    }
}
