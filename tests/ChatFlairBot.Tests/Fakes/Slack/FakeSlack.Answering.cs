using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>How a call is taken in: who it is from, whether they may, whether it is too soon.</summary>
internal sealed partial class FakeSlack
{
    public static Task WriteAsync(HttpContext context, JsonObject answer, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString(SlackViews.Relaxed), context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["method"]!;
        var read = await SlackArguments.ReadAsync(context.Request);
        var method = SlackMethods.All.GetValueOrDefault(name);
        if (read.IsJson && method is { TakesJson: false })
        {
            AddFault($"{name}: it takes forms only and does not see a JSON body");
            read.Values.Clear();
        }

        var token = read.HeaderToken ?? read.Values.GetValueOrDefault("token");
        var call = new SlackCall(this, name, read.Values, FindToken(token), Time.GetUtcNow()) { Authorization = context.Request.Headers.Authorization.ToString() };
        foreach (var fault in read.Faults) call.Fault(fault);
        _requests.Enqueue(call);
        if ((Script.Choose?.Invoke(call) ?? Script.For(name)) is { } scripted)
        {
            await scripted(context);
            return;
        }

        JsonObject answer;
        TimeSpan? wait = null;
        lock (Gate) answer = Admit(call, method, read, token) ?? Answer(call, method!, out wait);
        if (Script.BeforeAnswer is { } before) await before(call);
        if (Script.LosesAnswer(name)) context.Abort();
        else if (wait is { } time) await SlackScript.RateLimited((int)Math.Ceiling(time.TotalSeconds))(context);
        else await SendAsync(context, call, method, answer);
    }

    private static Task SendAsync(HttpContext context, SlackCall call, SlackMethod? method, JsonObject answer)
    {
        // Every answer tells what the token may and what the method wants (docs.slack.dev/authentication/installing-with-oauth).
        if (call.Token is { } token) context.Response.Headers["X-OAuth-Scopes"] = string.Join(',', token.Scopes);
        if (method is { Scope.Length: > 0 }) context.Response.Headers["X-Accepted-OAuth-Scopes"] = method.Scope;
        return WriteAsync(context, answer);
    }

    private JsonObject Answer(SlackCall call, SlackMethod method, out TimeSpan? wait)
    {
        wait = Limits.Wait(call, method);
        if (wait is not null) return SlackJson.Refused("ratelimited");
        foreach (var unknown in call.Arguments.Keys.Where(name => name != "token" && !method.Arguments.Contains(name, StringComparer.Ordinal)))
            call.Fault(string.Create(CultureInfo.InvariantCulture, $"it knows no argument {unknown}"));
        return method.Answer(call);
    }

    private static JsonObject? Admit(SlackCall call, SlackMethod? method, SlackArguments read, string? token)
    {
        if (method is null) return SlackJson.Refused("unknown_method");
        if (read.IsMalformed) return SlackJson.Refused(read.IsJson ? "invalid_json" : "invalid_post_type");
        if (!method.NeedsToken) return null;
        if (string.IsNullOrEmpty(token)) return SlackJson.Refused("not_authed");
        if (token.StartsWith("xapp-", StringComparison.Ordinal)) return SlackJson.Refused("not_allowed_token_type");
        if (call.Token is not { } known) return SlackJson.Refused("invalid_auth");
        if (known.Refusal(call.At) is { } end) return SlackJson.Refused(end);
        return method.Scope.Length > 0 && !call.Allows(method.Scope) ? MissingScope(known, method.Scope) : null;
    }

    private FakeToken? FindToken(string? value) => value is null ? null : Workspaces.SelectMany(workspace => workspace.Tokens).FirstOrDefault(token => token.Value == value);
}
