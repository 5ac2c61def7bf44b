using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>The response urls that this Slack gave out, and what was said there.</summary>
internal sealed class ResponseUrls(FakeSlack slack)
{
    private static readonly string[] Known = ["text", "blocks", "response_type", "replace_original", "delete_original", "thread_ts", "mrkdwn", "unfurl_links", "unfurl_media"];

    private readonly ConcurrentDictionary<string, ResponseUrl> _issued = new(StringComparer.Ordinal);

    public IEnumerable<ResponseUrl> All => _issued.Values.OrderBy(url => url.Address.AbsolutePath, StringComparer.Ordinal);

    public ResponseUrl Issue(string kind, FakeChannel channel, string user, FakeMessage? source = null)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/response/{kind}/{channel.Workspace.Id}/{_issued.Count + 1:D13}/AbCdEfGhIjKlMnOpQrStUvWx");
        return _issued[path] = new ResponseUrl(new Uri(slack.Address, path), channel, user, source, slack.Time.GetUtcNow());
    }

    public ResponseUrl? Find(string address) => _issued.GetValueOrDefault(new Uri(address).AbsolutePath);

    /// <summary>What a bot answered with its acknowledgement, over HTTP or a socket. It costs no use; what is wrong with it only the person sees, as nothing.</summary>
    public void TakeAtOnce(ResponseUrl url, JsonObject message)
    {
        lock (slack.Gate)
        {
            if (Check(message) is { } refusal)
            {
                slack.AddFault($"command: the answer is refused as {(string?)refusal["error"]}");
                return;
            }

            if (message["response_type"] is null) slack.AddFault("command: the answer does not say who sees it");
            Show(url, message);
        }
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (slack.Script.For("response") is { } scripted)
        {
            await scripted(context);
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        (int Status, JsonObject? Refusal) answer;
        lock (slack.Gate) answer = Take(context.Request, body);
        if (slack.Script.LosesAnswer("response")) context.Abort();
        else if (answer.Refusal is { } refusal) await FakeSlack.WriteAsync(context, refusal, answer.Status);
        else await context.Response.WriteAsync("ok", context.RequestAborted);
    }

    private (int Status, JsonObject? Refusal) Take(HttpRequest request, string body)
    {
        if (!_issued.TryGetValue(request.Path, out var url) || !url.TryUse(slack.Time.GetUtcNow())) return (StatusCodes.Status404NotFound, SlackJson.Refused("expired_url"));
        if (!request.HasJsonContentType()) slack.AddFault("response_url: the body is not declared as JSON");
        if (!SlackJson.TryParse(body, out var parsed) || parsed is not JsonObject message) return (StatusCodes.Status400BadRequest, SlackJson.Refused("invalid_payload"));
        if (request.Headers.Authorization.Count > 0) slack.AddFault("response_url: it needs no token, and must not get one");
        if (Check(message) is { } refusal) return (StatusCodes.Status400BadRequest, refusal);
        url.Answers.Add((JsonObject)message.DeepClone());
        Show(url, message);
        return (StatusCodes.Status200OK, null);
    }

    private JsonObject? Check(JsonObject message)
    {
        foreach (var (name, _) in message.Where(field => !Known.Contains(field.Key))) slack.AddFault($"response_url: Slack does not know {name}");
        if (Is(message, "delete_original")) return null;
        var text = (string?)message["text"] ?? "";
        if (message["blocks"] is JsonArray { Count: > 0 } && string.IsNullOrWhiteSpace(text)) slack.AddFault("response_url: blocks without a text to fall back on");
        foreach (var fault in SlackHabits.Of(text, message["blocks"])) slack.AddFault($"response_url: {fault}");
        return (string?)message["response_type"] is null or "ephemeral" or "in_channel"
            ? SlackMessageRules.Refusal(text, message["blocks"]?.ToJsonString())
            : SlackJson.Refused("invalid_response_type");
    }

    private void Show(ResponseUrl url, JsonObject answer)
    {
        // The user's own command cannot be touched, only what was answered to it.
        var original = url.Source ?? url.Shown;
        if (Is(answer, "delete_original"))
        {
            if (original is not null) original.IsDeleted = true;
            return;
        }

        if (Is(answer, "replace_original") && original is not null)
        {
            original.Text = (string?)answer["text"] ?? "";
            original.Show(answer["blocks"] as JsonArray);
            original.Edits++;
            return;
        }

        var workspace = url.Channel.Workspace;
        var now = slack.Time.GetUtcNow();
        url.Shown = new FakeMessage(workspace, workspace.NextTs(now), workspace.BotUserId)
        {
            Channel = url.Channel,
            At = now,
            EphemeralTo = (string?)answer["response_type"] == "in_channel" ? null : url.User,
            Text = (string?)answer["text"] ?? "",
        };
        url.Shown.Show(answer["blocks"] as JsonArray);
        url.Channel.Add(url.Shown);
    }

    private static bool Is(JsonObject answer, string flag) => answer[flag] is { } value && (value.GetValueKind() == JsonValueKind.True || value.ToString() == "true");
}
