using System.Globalization;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;
using ChatFlairBot.Tests.Platforms.Slack;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The demo as a process of its own, told to speak in a Slack: what a team sees in its first minutes.</summary>
public sealed class SlackDemoTests
{
    [Fact]
    public async Task The_whole_demo_works_in_a_Slack_of_ones_own()
    {
        using var folder = new TempFolder();
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        var token = slack.Acme.Install([.. FakeWorkspace.UsualScopes, "groups:read"]).Value;
        var port = Ports.Free();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Slack__BotToken"] = token, ["Slack__SigningSecret"] = FakeSlack.SigningSecret, ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl.AbsoluteUri,
        };
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var demo = BotProcess.Start(folder.File(""), settings, "demo", "--fast", "--port", port.ToString(CultureInfo.InvariantCulture));
        await Ports.UntilReadyAsync(http, demo);
        var sender = new SlackSender(slack, http);

        // The settings form saves.
        await Patience.UntilAsync(
            async () =>
            {
                if (slack.Acme.Views.IsEmpty) await sender.CommandAsync(slack.Acme, SlackRun.Alice, SlackRun.General, "subscribe");
                return !slack.Acme.Views.IsEmpty;
            },
            "the form is open");
        var saved = await sender.SubmitAsync(slack.Acme, SlackRun.Alice, slack.Acme.Views.Values.First(), new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["flair_cards_per_day"] = "0" });
        Assert.Contains("Subscribed", saved.Body, StringComparison.Ordinal);

        // A card arrives, and Congratulate counts.
        await Patience.UntilAsync(() => slack.Messages(SlackRun.General).Any(one => one.Text.Contains(" reached ", StringComparison.Ordinal)), "a card arrives");
        var card = slack.Messages(SlackRun.General).First(one => one.Text.Contains(" reached ", StringComparison.Ordinal));
        await sender.ActionAsync(card, SlackRun.Alice, "flair_congratulate");
        await Patience.UntilAsync(() => card.Blocks!.ToJsonString(SlackViews.Relaxed).Contains("Congratulate · 1", StringComparison.Ordinal), "the card counts");

        // Somebody's flair, by name and by mention.
        slack.Acme.AddUser("U06ADA00006", "ada", "Ada Lindqvist");
        foreach (var who in (string[])["Ada Lindqvist", "<@U06ADA00006|ada>"])
        {
            var answer = await sender.CommandAsync(slack.Acme, SlackRun.Alice, SlackRun.General, who);
            Assert.Contains("Ada Lindqvist has", answer.Body, StringComparison.Ordinal);
        }

        Assert.Empty(slack.Faults);
        Assert.DoesNotContain(token, demo.Output, StringComparison.Ordinal);
    }
}
