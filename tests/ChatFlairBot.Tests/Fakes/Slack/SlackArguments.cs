using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What a request says, in whichever of Slack's ways it says it: query, form or JSON (docs.slack.dev/apis/web-api).</summary>
internal sealed class SlackArguments
{
    private const string Bearer = "Bearer ";

    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public string? HeaderToken { get; private set; }

    public List<string> Faults { get; } = [];

    public bool IsJson { get; private set; }

    public bool IsMalformed { get; private set; }

    public static async Task<SlackArguments> ReadAsync(HttpRequest request)
    {
        var read = new SlackArguments();
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.Ordinal)) read.HeaderToken = authorization[Bearer.Length..];
        foreach (var (name, value) in request.Query) read.Add(name, value.ToString());
        if (request.Query.Count > 0 && !HttpMethods.IsGet(request.Method)) read.Faults.Add("arguments in the query of a POST");
        if (request.ContentLength is not 0 && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) await read.ReadBodyAsync(request, type);
        if (read.Values.ContainsKey("token")) read.Faults.Add("the token is an argument and not in the Authorization header");
        return read;
    }

    private void Add(string name, string value) => Values[name] = value;

    private async Task ReadBodyAsync(HttpRequest request, MediaTypeHeaderValue type)
    {
        if (type.MediaType == "application/json")
        {
            IsJson = true;
            // Slack answers with the warning missing_charset.
            if (!type.Charset.HasValue) Faults.Add("a JSON body without a charset");
            using var reader = new StreamReader(request.Body);
            IsMalformed = !SlackJson.TryParse(await reader.ReadToEndAsync(), out var body) || body is not JsonObject;
            if (body is not JsonObject fields) return;
            foreach (var (name, value) in fields) Add(name, value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "");
        }
        else if (request.HasFormContentType)
        {
            foreach (var (name, values) in await request.ReadFormAsync())
            {
                if (values.Count > 1) Faults.Add($"{name} came {values.Count} times");
                Add(name, values[^1] ?? "");
            }
        }
        else
        {
            IsMalformed = true;
        }
    }
}
