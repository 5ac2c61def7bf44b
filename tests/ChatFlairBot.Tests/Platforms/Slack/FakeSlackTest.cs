using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>A fake Slack with a stopped clock, the bot installed in Acme, and a way to call it by hand.</summary>
public abstract class FakeSlackTest : IAsyncLifetime
{
    private protected const string General = "C01GENERAL1";
    private readonly HttpClient _http = new();

    private protected ManualClock Clock { get; } = new();

    private protected FakeSlack Slack { get; private set; } = null!;

    private protected FakeToken Token { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync(Clock);
        Token = Slack.Acme.Install();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Slack.DisposeAsync();
        _http.Dispose();
    }

    /// <param name="method">A method of the Web API.</param>
    /// <param name="arguments">As a form: <c>channel=C1&amp;text=hi</c>, written plainly; <c>|</c> separates them.</param>
    /// <param name="token">Null for none.</param>
    private protected async Task<JsonNode> CallAsync(string method, string arguments, string? token = "")
    {
        var fields = arguments.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);
        using var answer = await SendAsync(method, new FormUrlEncodedContent(fields), token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private protected async Task<HttpResponseMessage> SendAsync(string method, HttpContent content, string? token = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.ApiBaseUrl, method)) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Length > 0 ? token : Token.Value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private protected Task<HttpResponseMessage> RespondAsync(ResponseUrl url, string json) => _http.PostAsync(url.Address, Json(json), TestContext.Current.CancellationToken);

    private protected static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
