using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatFlairBot.Benchmarks.Asking;
using ChatFlairBot.Benchmarks.Site;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slack</c>: a Slack whose members are people of the site, and who type commands when they are told to.</summary>
internal static class SlackVerb
{
    public const string Name = "slack";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(FakeSlack.SigningSecret);

    public static Command Make()
    {
        var people = new Option<int>("--people") { Required = true };
        var verb = new Command(Name, "Used by slash.") { people };
        verb.Hidden = true;
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), token));
        return verb;
    }

    /// <summary>Slack's id of a member.</summary>
    public static string User(int id) => string.Create(CultureInfo.InvariantCulture, $"U{id:D10}");

    private static async Task<int> RunAsync(int people, CancellationToken token)
    {
        var arrivals = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System, site => site.Use(async (context, next) =>
        {
            await next(context);
            // A late answer is there when Slack took it.
            if (context.Response.StatusCode == 200) arrivals.TryAdd(context.Request.Path, Stopwatch.GetTimestamp());
        }));
        var colleagues = Colleagues.Of(people);
        foreach (var id in colleagues.Members) slack.Acme.AddUser(User(id), $"{SiteNames.First(id)}.{SiteNames.Last(id)}".ToLowerInvariant(), SiteNames.Full(id));
        var welcome = new VendorWelcome(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret, ["Slack:BotToken"] = slack.Acme.Install().Value, ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.AbsoluteUri,
        });
        await VendorPart.PlayAsync(
            welcome,
            async order =>
            {
                using var crowd = new Crowd(order.Bot, Headers);
                var sent = crowd.Send(Typed.Commands(slack, colleagues, order), order.Rate);
                return await new Reading(slack, arrivals).ReadAsync(sent, token) with { Connections = crowd.Connections };
            },
            token);
        return 0;
    }

    // Signed at the moment of sending.
    private static string Headers(byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Secret);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nAccept: application/json,*/*\r\nAccept-Encoding: gzip,deflate\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={Convert.ToHexStringLower(hash.GetHashAndReset())}\r\n";
    }
}
