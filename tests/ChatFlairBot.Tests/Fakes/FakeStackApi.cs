using System.IO.Compression;
using System.Text.Json;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Hosting;
using ChatFlairBot.Sources.StackExchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>
/// The host of API v2.3, which compresses every answer whether asked or not. What is scripted answers in the place of methods about a
/// site; filters belong to the whole network and are made all the same.
/// </summary>
internal sealed class FakeStackApi : IFakeSite
{
    private readonly WebApplication _host = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private readonly Queue<RequestDelegate> _script = new();
    private RequestDelegate? _always;

    private FakeStackApi(ApiRules rules) => Rules = rules;

    public ApiRules Rules { get; }

    public List<string> Requests { get; } = [];

    /// <summary>Requests that make filters.</summary>
    public List<string> FilterRequests { get; } = [];

    public IHeaderDictionary LastHeaders { get; private set; } = new HeaderDictionary();

    /// <summary>Whether the header that tells of compression is lost on the way.</summary>
    public bool HidesCompression { get; set; }

    public Uri Address => new(new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/2.3");

    IReadOnlyList<string> IFakeSite.Requests => Requests;

    public static async Task<FakeStackApi> StartAsync(ApiRules rules)
    {
        var fake = new FakeStackApi(rules);
        fake._host.Run(fake.HandleAsync);
        await fake._host.StartAsync();
        return fake;
    }

    public void Next(RequestDelegate answer) => _script.Enqueue(answer);

    public void Always(RequestDelegate? answer) => _always = answer;

    IReputationSource IFakeSite.Source(TimeProvider time) => Source(time);

    public IReputationSource Source(TimeProvider time, Action<StackExchangeOptions>? change = null)
    {
        var kinds = new List<SourceKind>();
        kinds.AddStackExchange();
        var options = new StackExchangeOptions { BaseUrl = Address, Site = "cooking", Key = ApiRules.Key, BadgeNames = false };
        change?.Invoke(options);
        return kinds[0].Create("cooking", options, time);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.TrimStart('/').Split('/', 2) is ["2.3", var rest] ? rest : "";
        var isFilter = method.StartsWith("filters/", StringComparison.Ordinal);
        lock (Requests)
        {
            (isFilter ? FilterRequests : Requests).Add(context.Request.Path + context.Request.QueryString);
            LastHeaders = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase));
        }

        if (!isFilter && (_script.TryDequeue(out var scripted) ? scripted : _always) is { } told)
        {
            await told(context);
            return;
        }

        (int Status, object Body) answer;
        lock (Requests) answer = Rules.Answer(method, context.Request);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (!HidesCompression) context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await JsonSerializer.SerializeAsync(gzip, answer.Body, cancellationToken: context.RequestAborted);
    }
}
