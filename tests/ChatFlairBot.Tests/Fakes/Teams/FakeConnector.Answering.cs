using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>How a call is taken in: who it is from, whether they may, whether it is too soon or too big.</summary>
internal sealed partial class FakeConnector
{
    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);

    private void Map(WebApplication site)
    {
        const string service = "/{region}/{tenant}/v3";
        site.MapPost($"{service}/conversations", On(ConnectorOperations.Create));
        site.MapPost($"{service}/conversations/{{id}}/activities", On(ConnectorOperations.Send));
        site.MapPost($"{service}/conversations/{{id}}/activities/{{other}}", On(ConnectorOperations.Reply));
        site.MapPut($"{service}/conversations/{{id}}/activities/{{other}}", On(ConnectorOperations.Update));
        site.MapDelete($"{service}/conversations/{{id}}/activities/{{other}}", On(ConnectorOperations.Delete));
        site.MapGet($"{service}/conversations/{{id}}/members", On(ConnectorOperations.Members));
        site.MapGet($"{service}/conversations/{{id}}/members/{{other}}", On(ConnectorOperations.Member));
        site.MapGet($"{service}/conversations/{{id}}/pagedmembers", On(ConnectorOperations.PagedMembers));
        site.MapGet($"{service}/teams/{{id}}", On(ConnectorOperations.Team));
        site.MapGet($"{service}/teams/{{id}}/conversations", On(ConnectorOperations.Channels));
        site.MapFallback(context =>
        {
            AddFault($"{context.Request.Method} {context.Request.Path}: nothing is there");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private RequestDelegate On(string operation) => context => AnswerAsync(context, operation);

    private async Task AnswerAsync(HttpContext context, string operation)
    {
        var call = await ReadAsync(context.Request, operation);
        _calls.Enqueue(call);
        if ((Script.Choose?.Invoke(call) ?? Script.For(operation)) is { } scripted)
        {
            await FinishAsync(context, call, scripted);
            return;
        }

        if (call.Writes && !_busy.TryAdd(call.RoomId, 0))
        {
            // Two at a time in one conversation trip over one another.
            await FinishAsync(context, call, ConnectorAnswer.Error("412-PreconditionFailed"));
            return;
        }

        ConnectorAnswer answer;
        try
        {
            lock (Gate) answer = Admit(call, context.Request) ?? Do(call);
            if (Script.BeforeAnswer is { } before) await before(call);
        }
        finally
        {
            // Before the answer is on its way, so that whoever has it may go on at once.
            if (call.Writes) _busy.TryRemove(call.RoomId, out _);
        }

        if (answer.IsSuccess && Script.Afterwards(operation) is (true, var other))
        {
            if (other is null) context.Abort();
            else await FinishAsync(context, call, other);
            return;
        }

        await FinishAsync(context, call, answer.IsSuccess && call.Writes && operation != ConnectorOperations.Create && AnswersEmpty ? new ConnectorAnswer(answer.Status) : answer);
    }

    private static Task FinishAsync(HttpContext context, ConnectorCall call, ConnectorAnswer answer)
    {
        call.Answer = answer;
        return answer.WriteAsync(context);
    }

    private async Task<ConnectorCall> ReadAsync(HttpRequest request, string operation)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        return new ConnectorCall(this, operation, Value(request, "id"), Value(request, "other"))
        {
            At = Time.GetUtcNow(),
            Service = $"{request.RouteValues["region"]}/{request.RouteValues["tenant"]}",
            Query = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            Authorization = request.Headers.Authorization.ToString(),
            Text = text,
            Body = Parse(text),
        };
    }

    // The framework leaves an escaped slash as it came.
    private static string Value(HttpRequest request, string name) => ((string?)request.RouteValues.GetValueOrDefault(name) ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length > 0 ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ConnectorAnswer? Admit(ConnectorCall call, HttpRequest request)
    {
        if (!call.Authorization.StartsWith("Bearer ", StringComparison.Ordinal) || Identity.Find(call.Authorization["Bearer ".Length..]) is not { IsAlive: true } bearer) return ConnectorAnswer.Unauthorized;
        if (bearer.AppId != FakeIdentity.AppId) return ConnectorAnswer.Error("401-BotNotRegistered");
        if (!BearerTenants.Contains(bearer.Tenant)) return ConnectorAnswer.Unauthorized;
        if (call.Service != Service) call.Fault($"the service url was {call.Service} and is {Service} now");
        if (call is { Writes: true, Operation: not ConnectorOperations.Delete })
        {
            if (call.Body is null) return ConnectorAnswer.Error("400-BadSyntax");
            if (!(request.ContentType ?? "").Replace(" ", "", StringComparison.Ordinal).Equals("application/json;charset=utf-8", StringComparison.OrdinalIgnoreCase)) call.Fault($"the content type is {request.ContentType}");
            if (call.Text.Length * sizeof(char) > MostBytes) return ConnectorAnswer.Error("413-MessageSizeTooBig");
            if (Encoding.UTF8.GetByteCount(call.Text) > SafeBytes) call.Fault($"{Encoding.UTF8.GetByteCount(call.Text)} bytes are more than is safe");
        }

        var weight = call.Activity is { } activity && ActivityRules.IsSplit(activity) ? 2 : 1;
        return Limits.Wait(call, weight) is { } wait ? ConnectorAnswer.Throttled(Limits.SayWhen ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : null) : null;
    }

    private static ConnectorAnswer Do(ConnectorCall call) => call.Operation switch
    {
        ConnectorOperations.Create => PostOperations.Create(call),
        ConnectorOperations.Send => PostOperations.Send(call),
        ConnectorOperations.Reply => PostOperations.Reply(call),
        ConnectorOperations.Update => PostOperations.Update(call),
        ConnectorOperations.Delete => PostOperations.Delete(call),
        ConnectorOperations.Member => PeopleOperations.Member(call),
        ConnectorOperations.Members => PeopleOperations.All(call),
        ConnectorOperations.PagedMembers => PeopleOperations.Page(call),
        ConnectorOperations.Team => PeopleOperations.Team(call),
        _ => PeopleOperations.Channels(call),
    };
}
