using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Requests that Slack did not send, or that broke on the way: refused, each with the status that says so, and the bot goes on.</summary>
public sealed class ForgedRequestsTests
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    [Theory]
    [InlineData("a wrong secret", 401)]
    [InlineData("no headers", 401)]
    [InlineData("no timestamp", 401)]
    [InlineData("an empty signature", 401)]
    [InlineData("a short signature", 401)]
    [InlineData("an upper-case signature", 401)]
    [InlineData("a signature of another version", 401)]
    [InlineData("a time of ten years ago", 401)]
    [InlineData("a time of 301 seconds ago", 401)]
    [InlineData("a time 301 seconds ahead", 401)]
    [InlineData("a time that is no number", 401)]
    [InlineData("a time below zero", 401)]
    [InlineData("a time with digits of another script", 401)]
    [InlineData("a time without end", 401)]
    [InlineData("another body", 401)]
    [InlineData("a truncated body", 401)]
    [InlineData("a doubled signature", 401)]
    [InlineData("a doubled timestamp", 401)]
    [InlineData("a replay", 401)]
    [InlineData("a huge body", 413)]
    [InlineData("a huge command", 413)]
    [InlineData("a huge body in pieces", 413)]
    [InlineData("another content type", 400)]
    [InlineData("no content type", 400)]
    [InlineData("truncated JSON", 400)]
    [InlineData("JSON that is no object", 400)]
    [InlineData("JSON without bottom", 400)]
    [InlineData("a form of nothing", 400)]
    [InlineData("a payload that is no JSON", 400)]
    [InlineData("half a body", 400)]
    [InlineData("half a letter", 200)]
    public async Task What_is_forged_or_broken_is_refused(string how, int status)
    {
        await using var run = await SlackRun.StartAsync();
        Assert.Equal(status, await ForgeAsync(run, how));
        // And the bot goes on.
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.CommandAsync(run.Slack.Acme, SlackRun.Alice, SlackRun.General, "help")).Status);
    }

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public async Task Clocks_may_differ_by_five_minutes(int seconds)
    {
        await using var run = await SlackRun.StartAsync();
        Assert.Equal(200, await SignedAsync(run, Command(), At(run, seconds)));
    }

    [Fact]
    public async Task While_the_secret_is_changed_both_are_good()
    {
        await using var run = await SlackRun.StartAsync(("Slack:SigningSecret", "the next secret"), ("Slack:PreviousSigningSecret", FakeSlack.SigningSecret));
        Assert.Equal(200, await SignedAsync(run, Command(), At(run, 0)));
        var next = new SlackSender(run.Slack, run.Bot.Http, "the next secret");
        Assert.Equal(HttpStatusCode.OK, (await next.CommandAsync(run.Slack.Acme, SlackRun.Alice, SlackRun.General, "help")).Status);
    }

    private static async Task<int> ForgeAsync(SlackRun run, string how)
    {
        var (sender, body, now) = (run.Sender, Command(), At(run, 0));
        var signature = sender.Sign(now, body);
        switch (how)
        {
            case "a wrong secret": return await SendAsync(run, body, now, new SlackSender(run.Slack, run.Bot.Http, "guess").Sign(now, body));
            case "no headers": return await SendAsync(run, body, null, signature: null);
            case "no timestamp": return await SendAsync(run, body, timestamp: null, signature: signature, "application/x-www-form-urlencoded");
            case "an empty signature": return await SendAsync(run, body, now, "");
            case "a short signature": return await SendAsync(run, body, now, signature[..20]);
            case "an upper-case signature": return await SendAsync(run, body, now, signature.ToUpperInvariant());
            case "a signature of another version": return await SendAsync(run, body, now, "v1" + signature[2..]);
            case "a time of ten years ago": return await SignedAsync(run, body, At(run, -315_360_000));
            case "a time of 301 seconds ago": return await SignedAsync(run, body, At(run, -301));
            case "a time 301 seconds ahead": return await SignedAsync(run, body, At(run, 301));
            case "a time that is no number": return await SignedAsync(run, body, "today");
            case "a time below zero": return await SignedAsync(run, body, "-" + now);
            case "a time with digits of another script": return await SignedAsync(run, body, now[..^1] + "%D9%A0");
            case "a time without end": return await SignedAsync(run, body, new string('9', 4_000));
            case "another body": return await SendAsync(run, [.. body, (byte)'x'], now, signature);
            case "a truncated body": return await SendAsync(run, body[..^10], now, signature);
            case "a doubled signature": return await SendAsync(run, body, now, signature, extra: ("X-Slack-Signature", signature));
            case "a doubled timestamp": return await SendAsync(run, body, now, signature, extra: ("X-Slack-Request-Timestamp", now));
            case "a replay":
                Assert.Equal(200, await SendAsync(run, body, now, signature));
                return await SendAsync(run, body, now, signature);
            case "a huge body": return await SignedAsync(run, new byte[2 * 1024 * 1024], now);
            case "a huge command": return await SignedAsync(run, [.. body, .. Utf8.GetBytes("&more=" + new string('x', 100_000))], now);
            case "a huge body in pieces": return await PiecesAsync(run);
            case "another content type": return await SignedAsync(run, body, now, type: "text/plain");
            case "no content type": return await SignedAsync(run, body, now, type: null);
            case "truncated JSON": return await SignedAsync(run, Utf8.GetBytes("{\"type\":\"event_callback\",\"event\":{\"type\":"), now, type: "application/json; charset=utf-8");
            case "JSON that is no object": return await SignedAsync(run, Utf8.GetBytes("[1,2,3]"), now, type: "application/json");
            case "JSON without bottom": return await SignedAsync(run, Utf8.GetBytes(new string('[', 50_000)), now, type: "application/json");
            case "a form of nothing": return await SignedAsync(run, Utf8.GetBytes("a=b"), now);
            case "a payload that is no JSON": return await SignedAsync(run, Utf8.GetBytes("payload=%7B%22type%22"), now);
            case "half a letter": return await SignedAsync(run, Utf8.GetBytes("""payload={"type":"block_actions","user":{"id":"U01ALICE001","name":"\ud800"},"team":{"id":"T01TEAM0001"},"actions":[{"action_id":"flair_why","value":"\ud800"}]}"""), now);
            case "half a body": return await HalfAsync(run, body, now, signature);
            default: throw new InvalidOperationException(how);
        }
    }

    private static string At(SlackRun run, int seconds) => run.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Command() => SlackFixtures.Bytes("slash-flair-help.form");

    private static Task<int> SignedAsync(SlackRun run, byte[] body, string timestamp, string? type = "application/x-www-form-urlencoded") =>
        SendAsync(run, body, timestamp, run.Sender.Sign(timestamp, body), type);

    private static async Task<int> SendAsync(
        SlackRun run, byte[] body, string? timestamp, string? signature, string? type = "application/x-www-form-urlencoded", (string Name, string Value)? extra = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/commands") { Content = new ByteArrayContent(body) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (timestamp is not null) request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        if (extra is var (name, value)) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await run.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    // Chunked, so that no header says how much is to come.
    private static async Task<int> PiecesAsync(SlackRun run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StreamContent(new MemoryStream(new byte[3 * 1024 * 1024])) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await run.Bot.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    // The connection ends before the body does; what comes back, if anything, is read from the wire.
    private static async Task<int> HalfAsync(SlackRun run, byte[] body, string timestamp, string signature)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(run.Bot.Http.BaseAddress!.Host, run.Bot.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        var head = $"POST /slack/commands HTTP/1.1\r\nHost: bot\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {signature}\r\nContent-Length: {body.Length}\r\n\r\n";
        await using var stream = client.GetStream();
        await stream.WriteAsync(Utf8.GetBytes(head), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        // Whoever hangs up may hear nothing; what counts is that nothing was done.
        return line is null ? 400 : int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
