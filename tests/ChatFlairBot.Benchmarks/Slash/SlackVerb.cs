using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using ChatFlairBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;

namespace ChatFlairBot.Benchmarks.Slash;

/// <summary><c>slack</c>: a Slack whose members are people of the site, and who type commands when they are told to. A line of input is an order, a line of output what came of it.</summary>
internal static class SlackVerb
{
    public static Command Make()
    {
        var people = new Option<int>("--people") { Required = true };
        var verb = new Command("slack", "Used by slash.") { people };
        verb.Hidden = true;
        verb.SetAction((parsed, token) => RunAsync(parsed.GetValue(people), token));
        return verb;
    }

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
        colleagues.Join(slack.Acme);
        var welcome = new SlackWelcome(slack.ApiBaseUrl, FakeSlack.SigningSecret, slack.Acme.Install().Value);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(welcome, SlackMessagesJson.Default.SlackWelcome));

        while (await Console.In.ReadLineAsync(token) is { } line)
        {
            var order = JsonSerializer.Deserialize(line, SlackMessagesJson.Default.SlackOrder)!;
            using var crowd = new Crowd(order.Bot);
            var commands = Typed.Commands(slack, colleagues, order);
            var sent = crowd.Send(commands, order.Rate);
            var outcome = await new Reading(slack, arrivals).ReadAsync(sent, token);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(outcome with { Connections = crowd.Connections }, SlackMessagesJson.Default.SlackOutcome));
        }

        return 0;
    }
}
