using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>A Slack that has nothing but sockets: <c>apps.connections.open</c> and the route it names.</summary>
internal sealed class FakeSocketSite : IAsyncDisposable
{
    public const string AppToken = "xapp-1-A01FLAIR001-TEST-not-a-real-token";

    private readonly WebApplication _site;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private int _asked;

    private FakeSocketSite()
    {
        _site = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
        Sockets.Map(_site);
        _site.MapPost("/api/apps.connections.open", (RequestDelegate)AnswerAsync);
    }

    public FakeSlackSockets Sockets { get; } = new();

    public Uri ApiBaseUrl => new(Sockets.Address, "/api/");

    /// <summary>How often a socket was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>The error that every asking ends in; null for none.</summary>
    public string? AlwaysRefuses { get; set; }

    public static async Task<FakeSocketSite> StartAsync()
    {
        var site = new FakeSocketSite();
        await site._site.StartAsync();
        site.Sockets.Address = new Uri(site._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    /// <summary>The next asking is answered so; those after it as usual.</summary>
    public void Next(Func<HttpContext, Task> answer) => _script.Enqueue(answer);

    public void NextUrl(string url) => Next(context => context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true, ["url"] = url }));

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        Sockets.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        if (_script.TryDequeue(out var scripted)) await scripted(context);
        else await context.Response.WriteAsJsonAsync(await AnswerAsync(context.Request));
    }

    private async Task<JsonObject> AnswerAsync(HttpRequest request)
    {
        if (AlwaysRefuses is { } error) return new() { ["ok"] = false, ["error"] = error };
        // The token in the form is an error, even beside the one in the header.
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        return form.ContainsKey("token") || request.Headers.Authorization != $"Bearer {AppToken}"
            ? new() { ["ok"] = false, ["error"] = "not_authed" }
            : new() { ["ok"] = true, ["url"] = Sockets.Open(AppToken).AbsoluteUri };
    }
}
