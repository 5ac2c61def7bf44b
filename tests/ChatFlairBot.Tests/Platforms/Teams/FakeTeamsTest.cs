using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>A fake Teams with a stopped clock, the bot in the fixtures' team, and a way to call it by hand.</summary>
public abstract class FakeTeamsTest : IAsyncLifetime
{
    private protected const string Hello = """{"type":"message","text":"hello"}""";

    private readonly HttpClient _http = new();

    private protected ManualClock Clock { get; } = new();

    private protected FakeConnector Teams { get; private set; } = null!;

    private protected FakeIdentity Identity => Teams.Identity;

    private protected FakeBearer Bearer { get; private set; } = null!;

    private protected string Announcements => $"v3/conversations/{Teams.Announcements.Id}";

    public async ValueTask InitializeAsync()
    {
        Teams = await FakeConnector.StartAsync(Clock);
        Bearer = Identity.Grant();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Teams.DisposeAsync();
        _http.Dispose();
    }

    /// <param name="method">Of HTTP.</param>
    /// <param name="path">Below the service url.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="bearer">Empty for the usual one, null for none.</param>
    private protected async Task<(int Status, JsonNode? Body, HttpResponseHeaders Headers)> CallAsync(string method, string path, string? json = null, string? bearer = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Teams.ServiceUrl, path));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Length > 0 ? bearer : Bearer.Value);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null, answer.Headers);
    }

    private protected Task<(int Status, JsonNode? Body, HttpResponseHeaders Headers)> SayAsync(string json = Hello) => CallAsync("POST", $"{Announcements}/activities", json);

    private protected static string? Code(JsonNode? body) => (string?)body?["error"]?["code"];

    /// <summary>A new thread in the announcements' channel.</summary>
    private protected string Thread(string activity = Hello) =>
        $$$"""{"isGroup":true,"activity":{{{activity}}},"channelData":{"channel":{"id":"{{{Teams.Announcements.Id}}}"}},"tenantId":"{{{FakeIdentity.TenantId}}}"}""";

    private protected static string Chat(string member) => $$"""{"isGroup":false,"members":[{"id":"{{member}}"}],"tenantId":"{{FakeIdentity.TenantId}}"}""";
}
