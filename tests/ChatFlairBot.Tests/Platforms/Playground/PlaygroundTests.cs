using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Platforms.Playground;

public sealed class PlaygroundTests
{
    [Theory]
    [InlineData("{\"channel\":\"celebrations\",\"text\":\"/flair @ada\",\"member\":\"Bo\"}", "Ada Lindqvist")]
    [InlineData("{\"channel\":\"celebrations\",\"text\":\"/flair me\",\"member\":\"Bo\"}", "Bo")]
    [InlineData("{\"channel\":\"celebrations\",\"text\":\"  /FLAIR  \",\"member\":\"bo\"}", "bo")]
    [InlineData("{\"channel\":\"legends\",\"text\":\"/flair top 1\",\"member\":null}", "Top 1 on Acme Stack")]
    [InlineData("{\"channel\":\"legends\",\"text\":\"/flair help\"}", "What /flair can do")]
    [InlineData("{\"channel\":\"legends\",\"text\":\"/flair zzz\"}", "Nobody found")]
    public async Task A_command_is_answered_privately(string body, string title)
    {
        await using var stage = await Stage.SetAsync();
        var (status, answer) = await stage.PostAsync(body);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)answer["isPrivate"]!);
        Assert.Equal(title, (string?)answer["card"]!["title"]);
        Assert.NotEmpty((string)answer["card"]!["summary"]!);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{\"channel\":\"nowhere\",\"text\":\"/flair\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"channel\":\"legends\",\"text\":\"hello\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"channel\":\"legends\"}", HttpStatusCode.BadRequest)]
    public async Task A_broken_command_gets_a_sentence(string body, HttpStatusCode expected)
    {
        await using var stage = await Stage.SetAsync();
        var (status, answer) = await stage.PostAsync(body);
        Assert.Equal(expected, status);
        Assert.EndsWith(".", (string?)answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_or_foreign_command_is_refused()
    {
        await using var stage = await Stage.SetAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stage.PostAsync(new string(' ', 20_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.PostAsync($"{{\"channel\":\"legends\",\"text\":\"/flair {new string('x', 600)}\"}}")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await stage.PostAsync("{}", "text/plain")).Status);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_the_clients_fault()
    {
        await using var stage = await Stage.SetAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, stage.Bot.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            "POST /playground/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Contains(" 400 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(stage.Bot.Log.Warnings);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("flair.acme.example", HttpStatusCode.OK)]
    [InlineData("rebound.example", HttpStatusCode.MisdirectedRequest)]
    public async Task The_page_is_served_under_known_host_names_only(string host, HttpStatusCode expected)
    {
        await using var stage = await Stage.SetAsync(("Playground:AllowedHosts:0", "flair.acme.example"));
        foreach (var path in (string[])["/", "/playground.js", "/playground/state"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Host = host;
            using var answer = await stage.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_page_may_run_nothing_but_its_own_files()
    {
        await using var stage = await Stage.SetAsync();
        using var answer = await stage.Bot.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_playground_there_is_no_page_and_no_command()
    {
        await using var stage = await Stage.SetAsync(
            ("Playground:Enabled", "false"),
            ("Subscriptions:everybody:Platform", ""),
            ("Subscriptions:everybody:Channel", ""),
            ("Subscriptions:legends:Platform", ""),
            ("Subscriptions:legends:Channel", ""),
            ("Subscriptions:legends:AtLeast", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PostAsync("{}")).Status);
    }

    [Fact]
    public async Task A_viewer_too_many_is_told_so_and_a_place_becomes_free_again()
    {
        await using var stage = await Stage.SetAsync();
        var viewers = new List<Viewer>();
        for (var viewer = 0; viewer < 64; viewer++) viewers.Add(await Viewer.ConnectAsync(stage.Bot.Http));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StreamAsync());
        await viewers[0].DisposeAsync();
        await Patience.UntilAsync(async () => await StreamAsync() == HttpStatusCode.OK, "a place is free");
        foreach (var viewer in viewers.Skip(1)) await viewer.DisposeAsync();

        async Task<HttpStatusCode> StreamAsync()
        {
            using var answer = await stage.Bot.Http.GetAsync(new Uri("/playground/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    private sealed class Stage(TempFolder folder, FakeStackOverflow site, BotRun bot) : IAsyncDisposable
    {
        public BotRun Bot => bot;

        public static async Task<Stage> SetAsync(params (string Key, string Value)[] more)
        {
            var folder = new TempFolder();
            var clock = new ManualClock();
            var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Ada Lindqvist", 4_990), new SamplePerson(2, "Bo", 12));
            var bot = await BotRun.StartAsync(folder, site, clock, more);
            await bot.PollAsync();
            return new Stage(folder, site, bot);
        }

        public async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(string body, string type = "application/json")
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            using var answer = await bot.Http.PostAsync(new Uri("/playground/commands", UriKind.Relative), content, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (answer.StatusCode, text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject());
        }

        public async ValueTask DisposeAsync()
        {
            await bot.DisposeAsync();
            await site.DisposeAsync();
            folder.Dispose();
        }
    }
}
