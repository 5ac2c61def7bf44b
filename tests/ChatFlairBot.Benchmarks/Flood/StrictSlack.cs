using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatFlairBot.Benchmarks.Reports;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary>As much of Slack as posting needs: it takes one message a second and channel, and answers 429 to any other.</summary>
internal sealed class StrictSlack : IStrictChat
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WebApplication _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private readonly ConcurrentDictionary<string, List<(TimeSpan At, long Delivery)>> _channels = new(StringComparer.Ordinal);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _refused;

    private StrictSlack(int others) => Channels = [("big", "CBIG"), .. Enumerable.Range(0, others).Select(index => ($"small{index}", $"CSMALL{index}"))];

    public IReadOnlyList<(string Name, string Channel)> Channels { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<(TimeSpan At, long Delivery)>> Taken
    {
        get
        {
            return _channels.ToDictionary(one => one.Key, IReadOnlyList<(TimeSpan At, long Delivery)> (one) =>
            {
                lock (one.Value) return [.. one.Value];
            }, StringComparer.Ordinal);
        }
    }

    public IReadOnlyList<Bar> Refused => [new("refused with 429", Volatile.Read(ref _refused), 0)];

    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    public string? Workspace => null;

    public static async Task<StrictSlack> StartAsync(int others, CancellationToken token)
    {
        var slack = new StrictSlack(others);
        slack._site.MapPost("/api/auth.test", () => Results.Json(new { ok = true, team = "Benchmark", team_id = "T0", user_id = "UBOT" }));
        slack._site.MapPost("/api/chat.postMessage", (Func<HttpContext, Task<IResult>>)(async context => slack.Take(await context.Request.ReadFormAsync(token), context.Response)));
        await slack._site.StartAsync(token);
        var address = new Uri(slack._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        slack.Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Slack:SigningSecret"] = "none-needed", ["Slack:BotToken"] = "xoxb-benchmark", ["Slack:ApiBaseUrl"] = new Uri(address, "/api/").AbsoluteUri,
        };
        return slack;
    }

    public Task InstallAsync(IWorkspaceStore workspaces, CancellationToken token) => Task.CompletedTask;

    public void Replace(IServiceCollection services)
    {
        // It is called as Slack is.
    }

    public TimeSpan Shortest(IReadOnlyCollection<int> messages) => (messages.Max() - 1) * Pause;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private IResult Take(IFormCollection form, HttpResponse response)
    {
        var messages = _channels.GetOrAdd(form["channel"].ToString(), _ => []);
        var now = Stopwatch.GetElapsedTime(_begun);
        lock (messages)
        {
            if (messages.Count > 0 && now - messages[^1].At < Pause)
            {
                Interlocked.Increment(ref _refused);
                response.Headers.RetryAfter = "1";
                return Results.Json(new { ok = false, error = "ratelimited" }, statusCode: StatusCodes.Status429TooManyRequests);
            }

            var key = (string)JsonNode.Parse(form["metadata"].ToString())!["event_payload"]!["key"]!;
            messages.Add((now, Delivery.NumberOf(key)!.Value));
            return Results.Json(new { ok = true, channel = form["channel"].ToString(), ts = $"{now.Ticks}.0001" });
        }
    }
}
