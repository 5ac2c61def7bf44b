using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>What goes wrong on the way to Slack, by method; <c>*</c> is every method, <c>response</c> a response url.</summary>
internal sealed class SlackScript
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> _next = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestDelegate> _always = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _lost = new(StringComparer.Ordinal);

    public static RequestDelegate RateLimited(int? seconds) => context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (seconds is { } wait) context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync("""{"ok":false,"error":"ratelimited"}""", context.RequestAborted);
    };

    /// <summary>Answers with HTTP 200 and an error of the API.</summary>
    public static RequestDelegate Refuses(string error) => context => FakeSlack.WriteAsync(context, SlackJson.Refused(error));

    public static Task ServerError(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return context.Response.WriteAsync("<html>Server Error</html>", context.RequestAborted);
    }

    /// <summary>Never answers; ends when the caller gives up.</summary>
    public static async Task Hang(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.RequestAborted.Register(gone.SetResult)) await gone.Task;
    }

    public static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Looks at each call first and may answer in Slack's place; null leaves it to the rest.</summary>
    public Func<SlackCall, RequestDelegate?>? Choose { get; set; }

    /// <summary>Happens when a call was done and before it is answered: whoever is killed meanwhile never learns that it was.</summary>
    public Func<SlackCall, Task>? BeforeAnswer { get; set; }

    public void Next(string method, RequestDelegate answer) => _next.GetOrAdd(method, _ => new()).Enqueue(answer);

    public void Always(string method, RequestDelegate? answer)
    {
        if (answer is null) _always.TryRemove(method, out _);
        else _always[method] = answer;
    }

    /// <summary>Does what is asked, then cuts the connection in place of the answer.</summary>
    public void LoseNextAnswer(string method) => _lost.AddOrUpdate(method, 1, (_, count) => count + 1);

    public RequestDelegate? For(string method) => Scripted(method) ?? Scripted("*");

    public bool LosesAnswer(string method)
    {
        while (_lost.TryGetValue(method, out var count) && count > 0)
        {
            if (_lost.TryUpdate(method, count - 1, count)) return true;
        }

        return false;
    }

    private RequestDelegate? Scripted(string method) =>
        _next.TryGetValue(method, out var queue) && queue.TryDequeue(out var next) ? next : _always.GetValueOrDefault(method);
}
