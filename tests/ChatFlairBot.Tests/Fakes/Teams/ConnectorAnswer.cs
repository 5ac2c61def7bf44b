using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>What the connector answers.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">Null for none.</param>
internal sealed record ConnectorAnswer(int Status, JsonNode? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsSuccess => Status is >= 200 and < 300;

    // What a bearer that the connector does not know is answered; no page documents it.
    public static ConnectorAnswer Unauthorized => new(StatusCodes.Status401Unauthorized, new JsonObject { ["message"] = "Authorization has been denied for this request." });

    /// <summary>A refusal in the connector's own words.</summary>
    /// <param name="name">Of its fixture without the beginning: <c>403-BotDisabledByAdmin</c>.</param>
    public static ConnectorAnswer Error(string name)
    {
        var path = Repository.Path("tests", "ChatFlairBot.Tests", "Platforms", "Teams", "Fixtures", $"connector-error-{name}.json");
        var fixture = JsonNode.Parse(File.ReadAllBytes(path))!;
        return new ConnectorAnswer((int)fixture["status"]!, fixture["body"]?.DeepClone())
        {
            Headers = fixture["headers"]!.AsObject().ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.Ordinal),
        };
    }

    /// <summary>A refusal that no fixture has.</summary>
    public static ConnectorAnswer BadArgument(string message) => Refused(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static ConnectorAnswer Refused(int status, string code, string message) => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    /// <param name="seconds">How long to wait; null where it does not say.</param>
    public static ConnectorAnswer Throttled(int? seconds)
    {
        var answer = Error("429-Throttled");
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (seconds is { } wait) headers["Retry-After"] = wait.ToString(CultureInfo.InvariantCulture);
        return answer with { Headers = headers };
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        if (Body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(Body.ToJsonString(), context.RequestAborted);
    }
}
