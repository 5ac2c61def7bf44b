using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ChatFlairBot.Benchmarks.Site;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slash-load</c>: sends signed commands at their time, whatever came back so far, from a process of its own. A line of output is milliseconds and what came.</summary>
internal static class SlashLoadVerb
{
    /// <summary>So many members mention and are mentioned; Slack is asked once an hour for each.</summary>
    private const int Members = 300;

    /// <summary>What is answered without anybody's reputation.</summary>
    private static readonly string[] Words = ["top 10", "help", "Nobody Like This"];

    public static Command Make()
    {
        var url = new Option<string>("--url") { Required = true };
        var late = new Option<string>("--late") { Required = true };
        var people = new Option<int>("--people") { Required = true };
        var rate = new Option<int>("--rate") { Required = true };
        var seconds = new Option<int>("--seconds") { Required = true };
        var verb = new Command("slash-load", "Used by slash.") { url, late, people, rate, seconds };
        verb.SetAction((parsed, token) => RunAsync(new Uri(parsed.GetValue(url)!), parsed.GetValue(late)!, parsed.GetValue(people), parsed.GetValue(rate), parsed.GetValue(seconds), token));
        return verb;
    }

    private static async Task<int> RunAsync(Uri url, string late, int people, int rate, int seconds, CancellationToken token)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 }) { BaseAddress = url };
        var random = new Random(Environment.ProcessId);
        var lines = new ConcurrentQueue<(TimeSpan Due, string Line)>();
#pragma warning disable CA2025 // All of them are awaited before the client is disposed.
        var sent = new List<Task>();
        var begun = Stopwatch.GetTimestamp();
        // A second more than is counted: this process has to warm up too.
        for (var index = 0; index < rate * (seconds + 1); index++)
        {
            var due = TimeSpan.FromSeconds((double)index / rate);
            var wait = due - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, TimeProvider.System, token);
            sent.Add(SendAsync(http, $"U{random.Next(1, Members + 1)}", Text(random, people), late, begun, due, lines, token));
        }

        await Task.WhenAll(sent);
#pragma warning restore CA2025
        foreach (var line in lines.OrderBy(one => one.Due).Skip(rate).Select(one => one.Line)) await Console.Out.WriteLineAsync(line);
        return 0;
    }

    // Six of ten by mention, three by name, one of the rest.
    private static string Text(Random random, int people) => random.Next(10) switch
    {
        < 6 => $"<@U{random.Next(1, Members + 1)}>",
        < 9 => SiteNames.Full(random.Next(1, people + 1)),
        _ => Words[random.Next(Words.Length)],
    };

    private static async Task SendAsync(HttpClient http, string user, string text, string late, long begun, TimeSpan due, ConcurrentQueue<(TimeSpan Due, string Line)> lines, CancellationToken token)
    {
        var body = Encoding.UTF8.GetBytes(
            $"team_id=T0&channel_id=C0&channel_name=general&user_id={user}&user_name=some&command=%2Fflair&text={Uri.EscapeDataString(text)}&response_url={Uri.EscapeDataString(late)}&trigger_id={Guid.NewGuid():N}");
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{timestamp}:"), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/commands") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SlashBot.Secret), signed))}");
        using var answer = await http.SendAsync(request, token);
        var read = await answer.Content.ReadAsByteArrayAsync(token);
        var took = (Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds;
        var isWrong = answer.StatusCode is not HttpStatusCode.OK || (read.Length > 0 && !Words.Contains(text) && read.AsSpan().IndexOf("reputation"u8) < 0);
        var what = isWrong ? "error" : read.Length == 0 ? "late" : "answered";
        lines.Enqueue((due, string.Create(CultureInfo.InvariantCulture, $"{took:F3} {what}")));
    }
}
