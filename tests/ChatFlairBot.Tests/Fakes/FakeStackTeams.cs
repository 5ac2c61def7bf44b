using System.Text.Json;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Hosting;
using ChatFlairBot.Sources.StackOverflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>A host of API v3, with a main site, teams, or both, and with API v2.3 beside it.</summary>
internal sealed class FakeStackTeams : IAsyncDisposable
{
    private readonly WebApplication _host = BareWeb.At(new Uri("http://127.0.0.1:0")).Build();
    private readonly Dictionary<string, TeamRules> _teams;
    private readonly ApiRules? _badges;

    private FakeStackTeams(Dictionary<string, TeamRules> teams, ApiRules? badges) => (_teams, _badges) = (teams, badges);

    public List<string> Requests { get; } = [];

    /// <summary>Answers a path in the place of the rules; null leaves it to them.</summary>
    public Func<string, (int Status, string Body)?> Scripted { get; set; } = _ => null;

    public Uri Address => new(Root, "/api/v3");

    public Uri BadgesAddress => new(Root, "/api/2.3");

    private Uri Root => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="teams">By slug; the empty one is the main site.</param>
    /// <param name="badges">What API v2.3 answers, or null where there is none.</param>
    public static async Task<FakeStackTeams> StartAsync(Dictionary<string, TeamRules> teams, ApiRules? badges = null)
    {
        var fake = new FakeStackTeams(teams, badges);
        fake._host.Run(fake.HandleAsync);
        await fake._host.StartAsync();
        return fake;
    }

    public IReputationSource Source(TimeProvider time, Action<StackOverflowOptions>? change = null)
    {
        var kinds = new List<SourceKind>();
        kinds.AddStackOverflow();
        var options = new StackOverflowOptions { BaseUrl = Address, Token = _teams.Values.First().Token, Experts = true, Groups = true };
        change?.Invoke(options);
        return kinds[0].Create("acme", options, time);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        (int Status, object Body) answer;
        lock (Requests)
        {
            var path = context.Request.Path.Value!.Trim('/');
            Requests.Add($"{path}{context.Request.QueryString}");
            answer = Scripted(path) is { } told ? told : path.Split('/', 5) switch
            {
                ["api", "v3", "teams", var team, ..] when path.Split('/', 5) is [_, _, _, _, var rest] => _teams.TryGetValue(team, out var rules) ? rules.Answer(rest, context.Request, context.Response.Headers) : (401, "Invalid access token"),
                ["api", "v3", ..] => _teams.TryGetValue("", out var main) ? main.Answer(path["api/v3/".Length..], context.Request, context.Response.Headers) : (500, "oops"),
                ["api", "2.3", ..] when _badges is not null => _badges.Answer(path["api/2.3/".Length..], context.Request),
                _ => (404, "<!doctype html><title>Not found</title>"),
            };
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Body is string text)
        {
            context.Response.ContentType = text.StartsWith('{') ? "application/json" : answer.Status == 401 ? "text/plain" : null;
            await context.Response.WriteAsync(text, context.RequestAborted);
            return;
        }

        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer.Body, cancellationToken: context.RequestAborted);
    }
}
