using System.Globalization;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary>As much of Slack as a command needs: who somebody is, and where late answers go.</summary>
internal sealed class StubSlack : IAsyncDisposable
{
    private readonly WebApplication _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private int _late;

    /// <summary>How many answers came after their acknowledgement.</summary>
    public int Late => Volatile.Read(ref _late);

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public static async Task<StubSlack> StartAsync(CancellationToken token)
    {
        var slack = new StubSlack();
        slack._site.MapPost("/api/auth.test", () => Results.Json(new { ok = true, team = "Benchmark", team_id = "T0", user_id = "UBOT" }));
        slack._site.MapPost("/api/users.info", (Func<HttpContext, Task<IResult>>)(async context =>
        {
            var form = await context.Request.ReadFormAsync(token);
            var id = form["user"].ToString();
            var name = int.TryParse(id[1..], CultureInfo.InvariantCulture, out var person) ? SiteNames.Full(person) : "Somebody Else";
            return Results.Json(new { ok = true, user = new { id, team_id = "T0", real_name = name, profile = new { real_name = name } } });
        }));
        slack._site.MapPost("/late", () =>
        {
            Interlocked.Increment(ref slack._late);
            return "ok";
        });
        await slack._site.StartAsync(token);
        slack.Address = new Uri(slack._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return slack;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
