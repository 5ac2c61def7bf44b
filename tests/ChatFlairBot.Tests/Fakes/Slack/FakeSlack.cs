using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>
/// Slack on this machine's loopback. It refuses what Slack refuses, with Slack's words, and writes down what Slack would let pass but ought not to see.
/// Slack's own client libraries judge it in <c>FakeSlackPeersTests</c>.
/// </summary>
internal sealed partial class FakeSlack : IAsyncDisposable
{
    public const string AppId = "A01FLAIR001";
    public const string ClientId = "1234567890.9876543210";
    public const string ClientSecret = "client-secret-for-tests";
    public const string AppToken = "xapp-1-A01FLAIR001-TEST-not-a-real-token";

    /// <summary>The example of Slack's own page, which the fixtures are signed with.</summary>
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly WebApplication _site;
    private readonly ConcurrentQueue<SlackCall> _requests = new();
    private readonly ConcurrentQueue<string> _faults = new();

    private FakeSlack(TimeProvider time, Action<WebApplication>? map)
    {
        Time = time;
        Triggers = new SlackTriggers(time);
        ResponseUrls = new ResponseUrls(this);
        var builder = BareWeb.At(new Uri("http://127.0.0.1:0"));
        // A scripted answer that never comes does not hold the end of a test up.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        _site = builder.Build();
        map?.Invoke(_site);
        var page = new AuthorizePage(this);
        _site.MapGet("/oauth/v2/authorize", page.Show);
        _site.MapPost("/oauth/v2/decide", (Func<HttpContext, Task<IResult>>)page.DecideAsync);
        _site.Map("/api/{method}", AnswerAsync);
        _site.MapPost("/response/{**rest}", (RequestDelegate)ResponseUrls.AnswerAsync);
    }

    public TimeProvider Time { get; }

    /// <summary>Held while a method answers; tests that change a workspace under load take it too.</summary>
    public Lock Gate { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Ends in <c>/api/</c>, as Slack's own does.</summary>
    public Uri ApiBaseUrl => new(Address, "/api/");

    public Uri AuthorizeUrl => new(Address, "/oauth/v2/authorize");

    public FakeWorkspace Acme => Workspaces[0];

    public FakeWorkspace Globex => Workspaces[1];

    public List<FakeWorkspace> Workspaces { get; } = [FakeWorkspaces.Acme(), FakeWorkspaces.Globex()];

    public SlackScript Script { get; } = new();

    public SlackLimits Limits { get; } = new();

    public SlackTriggers Triggers { get; }

    public SlackViews Views { get; } = new();

    public ResponseUrls ResponseUrls { get; }

    /// <summary>Where the app's settings let an install return to; a request may add to the end of one.</summary>
    public List<Uri> RedirectUris { get; } = [];

    public ConcurrentDictionary<string, OAuthCode> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>App-level tokens that open a socket.</summary>
    public HashSet<string> AppTokens { get; } = new(StringComparer.Ordinal) { AppToken };

    /// <summary>Gives the address of a socket for an app-level token; null while Socket Mode is not there.</summary>
    public Func<string, Uri>? OpenSocket { get; set; }

    /// <summary>Tokens live twelve hours and come with a refresh token.</summary>
    public bool RotatesTokens { get; set; }

    /// <summary>An install is for the whole Enterprise organisation and names no workspace.</summary>
    public bool InstallsForOrganisations { get; set; }

    /// <summary>Every call of the Web API as it came, what was scripted and refused included.</summary>
    public IReadOnlyList<SlackCall> Requests => [.. _requests];

    /// <summary>What Slack would let pass but a careful caller would not do. A test may assert that there is none.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    /// <param name="time">The clock of every limit and every life.</param>
    /// <param name="map">Adds routes, such as the socket's, before the fake's own.</param>
    public static async Task<FakeSlack> StartAsync(TimeProvider time, Action<WebApplication>? map = null)
    {
        var slack = new FakeSlack(time, map);
        await slack._site.StartAsync();
        slack.Address = new Uri(slack._site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return slack;
    }

    /// <summary>What everybody in a channel sees now.</summary>
    public IReadOnlyList<FakeMessage> Messages(string channel) => [.. Everything(channel).Where(message => message is { IsDeleted: false, EphemeralTo: null })];

    /// <summary>What was ever posted in a channel, what was deleted or shown to one person alone included.</summary>
    public IReadOnlyList<FakeMessage> Everything(string channel) => Channel(channel)?.All ?? [];

    public FakeChannel? Channel(string id) => Workspaces.Select(workspace => workspace.Channels.GetValueOrDefault(id)).FirstOrDefault(channel => channel is not null);

    public IReadOnlyList<SlackCall> RequestsOf(string method) => [.. _requests.Where(call => call.Method == method)];

    /// <summary>An admin allows the app: the code that the redirect would carry.</summary>
    public string Authorize(FakeWorkspace workspace, IReadOnlyList<string> scopes, string? redirectUri, string? user = null)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{workspace.Id}.code.{Codes.Count + 1}");
        Codes[code] = new OAuthCode(workspace, user ?? workspace.Admin.Id, scopes, redirectUri, Time.GetUtcNow());
        return code;
    }

    public void AddFault(string what) => _faults.Enqueue(what);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static JsonObject MissingScope(FakeToken token, string needed)
    {
        var answer = SlackJson.Refused("missing_scope");
        answer["needed"] = needed;
        answer["provided"] = string.Join(',', token.Scopes);
        return answer;
    }
}
