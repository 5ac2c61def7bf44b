using System.Text;
using System.Text.Json;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Platforms.Inbound;
using ChatFlairBot.Platforms.Teams.Auth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Takes what Teams sends. Only what carries a good token is read any further than its header.</summary>
internal sealed partial class TeamsEndpoint(TokenJudge judge, TeamsOptions options, ITeamsReceiver receiver, TimeProvider time, ILogger<TeamsEndpoint> logger)
{
    /// <summary>A message has 100 KB at most (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages); a button brings what stands in its card.</summary>
    private const int LargestBody = 512 * 1024;

    private const string Teams = "msteams";

    private readonly RefusedRequests _refused = new(time);

    /// <summary><c>POST /api/messages</c>.</summary>
    public async Task<IResult> PostAsync(HttpRequest request, CancellationToken token)
    {
        var judged = options.DangerouslyAllowUnauthenticatedRequests ? JudgedToken.OfAnybody : await judge.JudgeAsync(request.Headers.Authorization, token);
        if (judged.Verdict is not TokenVerdict.Genuine) return Refuse(request, judged.Verdict);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        if (request.ContentLength > LargestBody)
        {
            // What is not read to its end leaves nothing to go on with.
            request.HttpContext.Response.Headers.Connection = "close";
            return Refuse(StatusCodes.Status413PayloadTooLarge, "The request is larger than any of Teams'.");
        }

        try
        {
            return await ReadAsync(request, token) is { } activity ? await TakeAsync(request, judged, activity, token) : Refuse(StatusCodes.Status400BadRequest, "That is no activity.");
        }
        catch (BadHttpRequestException fault)
        {
            return Refuse(fault.StatusCode, "The request is too large or was cut off.");
        }
        catch (IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The request was cut off.");
        }
    }

    private async Task<IResult> TakeAsync(HttpRequest request, JudgedToken judged, TeamsActivity activity, CancellationToken token)
    {
        if (judged.About(activity.ServiceUrl, activity.ChannelId) is not TokenVerdict.Genuine and var verdict) return Refuse(request, verdict);
        if (activity.ChannelId != Teams) return Results.Ok();
        if (options.Welcome.Count > 0 && !(activity.Tenant is { } tenant && options.Welcome.Contains(tenant, StringComparer.OrdinalIgnoreCase)))
        {
            if (_refused.IsWorthALine(out var more)) Log.Foreign(logger, activity.Tenant, more);
            return Refuse(StatusCodes.Status403Forbidden, "That directory is not served here.");
        }

        try
        {
            var answer = await receiver.ReceiveAsync(activity, token);
            return answer.Body is { } body ? Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, answer.Status) : Results.StatusCode(answer.Status);
        }
        catch (StoreException fault)
        {
            Log.NotKept(logger, activity.Type, fault.Message);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "It could not be written down; send it again.");
        }
#pragma warning disable CA1031 // The boundary to Teams: whatever breaks, the next request is answered.
        catch (Exception fault) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Broke(logger, fault, activity.Type);
            return Refuse(StatusCodes.Status503ServiceUnavailable, "It could not be done; send it again.");
        }
    }

    private static async Task<TeamsActivity?> ReadAsync(HttpRequest request, CancellationToken token)
    {
        using var body = new MemoryStream();
        // Kestrel ends it beyond the limit that was set above.
        await request.Body.CopyToAsync(body, token);
        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            // Copied: it outlives the request.
            return TeamsActivity.Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IResult Refuse(HttpRequest request, TokenVerdict verdict)
    {
        // Whoever sent it is not to blame, and neither is it to be believed.
        if (verdict is TokenVerdict.Unknown) return Refuse(StatusCodes.Status503ServiceUnavailable, "Whether that is from Teams cannot be told now; send it again.");
        if (_refused.IsWorthALine(out var more)) Log.Forged(logger, verdict, more);
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(StatusCodes.Status401Unauthorized, "The request is not from Teams, or not for this bot.");
    }

    private static IResult Refuse(int status, string error) => Results.Json(new { error }, statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request that says to be Teams' was refused: {Verdict} ({More} more since the last such line). Once in a while that is somebody trying; always, it is the wrong Teams:MicrosoftAppId or this machine's clock.")]
        public static partial void Forged(ILogger logger, TokenVerdict verdict, int more);

        [LoggerMessage(2, LogLevel.Warning, "Directory {Tenant} is not among those that are served ({More} more since the last such line); Teams:Tenants names them.")]
        public static partial void Foreign(ILogger logger, string? tenant, int more);

        [LoggerMessage(3, LogLevel.Error, "What Teams sent ({Type}) could not be written down; Teams is asked to send it again. {Reason}")]
        public static partial void NotKept(ILogger logger, string type, string reason);

        [LoggerMessage(4, LogLevel.Error, "What Teams sent ({Type}) could not be followed.")]
        public static partial void Broke(ILogger logger, Exception fault, string type);
    }
}
