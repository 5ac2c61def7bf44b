using System.Text.Json.Nodes;
using ChatFlairBot.Demo;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The whole bot behind a firewall: everything that comes over HTTP elsewhere comes over a socket here.</summary>
public sealed class SocketRunTests
{
    [Fact]
    public async Task Commands_buttons_and_events_come_over_a_socket_and_nothing_is_served_over_http()
    {
        using var folder = new TempFolder();
        using var sockets = new FakeSlackSockets();
        var clock = new ManualClock { SkipWaitsUpTo = TimeSpan.FromMilliseconds(1_100) };
        await using var slack = await sockets.StartAsync(clock);
        await using var site = await FakeStackOverflow.StartAsync(clock, new SamplePerson(1, "Bob Brown", 990));
        (string, string)[] settings =
        [
            ("Slack:AppToken", FakeSlack.AppToken), ("Slack:BotToken", slack.Acme.Install([.. FakeWorkspace.UsualScopes, "groups:read"]).Value), ("Slack:ApiBaseUrl", slack.ApiBaseUrl.AbsoluteUri),
            ("Slack:Sockets", "1"), ("Subscriptions:team:Platform", "Slack"), ("Subscriptions:team:Channel", SlackRun.General),
        ];
        await using var bot = await BotRun.StartAsync(folder, site, clock, settings);
        await Patience.UntilAsync(() => sockets.Live.Count == 1, "a socket is open");
        await bot.PollAsync();
        using var ready = await bot.Http.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(ready.IsSuccessStatusCode);
        using var form = new StringContent("");
        using var refused = await bot.Http.PostAsync(new Uri("/slack/commands", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);

        // A command is answered with its acknowledgement.
        var payloads = new SlackPayloads(slack);
        var asked = new FakeEnvelope("slash_commands", true, payloads.Command(slack.Acme, SlackRun.Alice, SlackRun.General, "<@U02BOB00002>").Fields);
        await sockets.Live[0].SendAsync(asked);
        await Patience.UntilAsync(() => sockets.Acks.Any(one => one.EnvelopeId == asked.Id), "the command is acknowledged");
        Assert.Contains("Bob Brown has 990", (string?)sockets.Acks.First(one => one.EnvelopeId == asked.Id).Payload!["text"], StringComparison.Ordinal);

        // A card arrives, its button counts, and the home is shown.
        site.Company.Find(1)!.Reputation = 1_010;
        await bot.PollAsync();
        var card = Assert.Single(slack.Messages(SlackRun.General));
        await sockets.Live[0].SendAsync(new FakeEnvelope("interactive", false, payloads.Action(card, SlackRun.Alice, "flair_congratulate").Payload));
        await Patience.UntilAsync(() => card.Blocks!.ToJsonString(SlackViews.Relaxed).Contains("Congratulate · 1", StringComparison.Ordinal), "the card counts");
        await sockets.Live[0].SendAsync(new FakeEnvelope("events_api", false, payloads.Event(slack.Acme, new JsonObject { ["type"] = "app_home_opened", ["user"] = SlackRun.Bob, ["tab"] = "home" }, null)));
        await Patience.UntilAsync(() => slack.Acme.Homes.ContainsKey(SlackRun.Bob), "Bob's home is there");
        Assert.Empty(sockets.Faults);
        Assert.Empty(slack.Faults);
    }
}
