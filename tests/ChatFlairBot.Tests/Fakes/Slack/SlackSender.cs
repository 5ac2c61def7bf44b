using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Slack's side of the conversation over HTTP: what it sends to a bot, signed (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal sealed class SlackSender(FakeSlack slack, HttpClient bot, string signingSecret = FakeSlack.SigningSecret)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Uri _bot = bot.BaseAddress ?? throw new ArgumentException("The client needs the bot's address.", nameof(bot));

    /// <summary>Where commands go; Bolt knows one path for everything.</summary>
    public string CommandPath { get; init; } = "/slack/commands";

    public string InteractionPath { get; init; } = "/slack/interactions";

    public string EventPath { get; init; } = "/slack/events";

    /// <summary>The same payloads for another transport.</summary>
    public SlackPayloads Payloads { get; } = new(slack);

    public async Task<SlackDelivery> CommandAsync(FakeWorkspace workspace, string user, string channel, string text, string command = "/flair")
    {
        var (fields, url, trigger) = Payloads.Command(workspace, user, channel, text, command);
        var delivery = await SendAsync(CommandPath, Encode(fields.Select(field => (field.Key, (string)field.Value!))), Form);
        if ((int)delivery.Status == 200 && delivery.Body.Length > 0) TakeAnswer(delivery, url);
        return delivery with { ResponseUrl = url, TriggerId = trigger };
    }

    public async Task<SlackDelivery> ActionAsync(FakeMessage message, string user, string actionId, string? choice = null)
    {
        var (payload, url, trigger) = Payloads.Action(message, user, actionId, choice);
        return await InteractionAsync(payload) with { ResponseUrl = url, TriggerId = trigger };
    }

    /// <summary>On the home tab that was last published for this user.</summary>
    public Task<SlackDelivery> HomeActionAsync(FakeWorkspace workspace, string user, string actionId, string? choice = null) =>
        ViewActionAsync(workspace, user, workspace.Homes[user], actionId, choice);

    public async Task<SlackDelivery> ViewActionAsync(FakeWorkspace workspace, string user, JsonObject view, string actionId, string? choice = null)
    {
        var (payload, trigger) = Payloads.ViewAction(workspace, user, view, actionId, choice);
        return await InteractionAsync(payload) with { TriggerId = trigger };
    }

    public async Task<SlackDelivery> SubmitAsync(FakeWorkspace workspace, string user, JsonObject view, IReadOnlyDictionary<string, JsonNode> values)
    {
        var (payload, trigger) = Payloads.Submission(workspace, user, view, values);
        return await InteractionAsync(payload) with { TriggerId = trigger };
    }

    public Task<SlackDelivery> CloseAsync(FakeWorkspace workspace, string user, JsonObject view) => InteractionAsync(Payloads.Closing(workspace, user, view));

    public Task<SlackDelivery> InteractionAsync(JsonObject payload) => SendAsync(InteractionPath, Encode([("payload", payload.ToJsonString(SlackViews.Relaxed))]), Form);

    /// <param name="workspace">Where it happened.</param>
    /// <param name="inner">The event itself, such as <c>{"type":"app_home_opened",…}</c>.</param>
    /// <param name="eventId">Given again for a redelivery; otherwise a new one.</param>
    /// <param name="retry">1 to 3 for a redelivery.</param>
    /// <param name="reason">Why it is delivered again.</param>
    public Task<SlackDelivery> EventAsync(FakeWorkspace workspace, JsonObject inner, string? eventId = null, int retry = 0, string reason = "http_timeout") =>
        EventAsync(Payloads.Event(workspace, inner, eventId), retry, reason);

    public Task<SlackDelivery> EventAsync(JsonObject envelope, int retry = 0, string reason = "http_timeout")
    {
        (string, string)[] headers = retry > 0 ? [("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture)), ("X-Slack-Retry-Reason", reason)] : [];
        return SendAsync(EventPath, Encoding.UTF8.GetBytes(envelope.ToJsonString(SlackViews.Relaxed)), Json, headers);
    }

    public Task<SlackDelivery> HomeOpenedAsync(FakeWorkspace workspace, string user) => EventAsync(workspace, new JsonObject
    {
        ["type"] = "app_home_opened", ["user"] = user, ["channel"] = RoomMethods.DirectId(user), ["tab"] = "home", ["event_ts"] = workspace.NextTs(slack.Time.GetUtcNow()),
    });

    public Task<SlackDelivery> UrlVerificationAsync(string challenge) => EventAsync(SlackPayloads.UrlVerification(challenge));

    public Task<SlackDelivery> RateLimitedAsync(FakeWorkspace workspace) => EventAsync(Payloads.RateLimited(workspace));

    /// <summary>Slack looks now and then whether the certificate is good.</summary>
    public Task<SlackDelivery> SslCheckAsync() => SendAsync(CommandPath, Encode([("ssl_check", "1"), ("token", "verification-token-deprecated")]), Form);

    /// <summary>An admin takes the app out: its tokens end, then the two events come.</summary>
    public async Task<IReadOnlyList<SlackDelivery>> UninstallAsync(FakeWorkspace workspace)
    {
        workspace.Uninstall();
        var revoked = new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.BotUserId) } };
        return [await EventAsync(workspace, new JsonObject { ["type"] = "app_uninstalled" }), await EventAsync(workspace, revoked)];
    }

    /// <summary>Sends these bytes, signed now unless a time and a signature are given.</summary>
    public async Task<SlackDelivery> SendAsync(string path, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (!request.Headers.Contains("X-Slack-Signature"))
        {
            var timestamp = slack.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
            request.Headers.Add("X-Slack-Signature", Sign(timestamp, body));
        }

        var began = TimeProvider.System.GetTimestamp();
        using var answer = await bot.SendAsync(request);
        // Three seconds of the person's, whatever the fake's clock says: then they see operation_timeout.
        if (TimeProvider.System.GetElapsedTime(began) > Patience) slack.AddFault($"{path}: acknowledged after more than three seconds");
        return new SlackDelivery(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.ToString());
    }

    public string Sign(string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingSecret), signed))}";
    }

    /// <summary>The body of the acknowledgement is an answer too: JSON as at a response url, or plain text.</summary>
    private void TakeAnswer(SlackDelivery delivery, ResponseUrl url)
    {
        var isJson = delivery.ContentType?.StartsWith(Json, StringComparison.Ordinal) ?? false;
        if (!isJson) slack.ResponseUrls.TakeAtOnce(url, new JsonObject { ["text"] = delivery.Body });
        else if (SlackJson.TryParse(delivery.Body, out var answer) && answer is JsonObject message) slack.ResponseUrls.TakeAtOnce(url, message);
        else slack.AddFault("command: the answer is no JSON object");
    }

    /// <summary>Blanks become a plus, as Slack writes them.</summary>
    private static byte[] Encode(IEnumerable<(string Name, string Value)> fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={System.Net.WebUtility.UrlEncode(field.Value)}")));
}
