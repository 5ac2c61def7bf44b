using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Flood;

/// <summary>As much of Slack as posting needs: it takes one message a second and channel, and answers 429 to any other.</summary>
internal sealed class StrictSlack : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WebApplication _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private readonly ConcurrentDictionary<string, List<(TimeSpan At, long Delivery)>> _channels = new(StringComparer.Ordinal);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _refused;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public int Refused => Volatile.Read(ref _refused);

    public int Taken => _channels.Values.Sum(one => one.Count);

    /// <summary>What came into each channel, and when.</summary>
    public IReadOnlyDictionary<string, List<(TimeSpan At, long Delivery)>> Channels => _channels;

    public static async Task<StrictSlack> StartAsync(CancellationToken token)
    {
        var slack = new StrictSlack();
        slack._site.MapPost("/api/auth.test", () => Results.Json(new { ok = true, team = "Benchmark", team_id = "T0", user_id = "UBOT" }));
        slack._site.MapPost("/api/chat.postMessage", (Func<HttpContext, Task<IResult>>)(async context => slack.Take(await context.Request.ReadFormAsync(token), context.Response)));
        await slack._site.StartAsync(token);
        slack.Address = new Uri(slack._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return slack;
    }

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
            messages.Add((now, Core.Announcing.Delivery.NumberOf(key)!.Value));
            return Results.Json(new { ok = true, channel = form["channel"].ToString(), ts = $"{now.Ticks}.0001" });
        }
    }
}
