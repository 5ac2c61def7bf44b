using System.Globalization;
using System.Net;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>The requests that were signed beforehand, at the running bot; Slack's own framework has the same opinion of them.</summary>
public sealed class SignedRequestsTests
{
    private static readonly string[] Paths = ["/slack/commands", "/slack/events", "/slack/interactions"];

    public static TheoryData<string, string> Answers { get; } = new()
    {
        { "event-app-home-opened.json", "" },
        { "event-app-rate-limited.json", "" },
        { "event-app-uninstalled.json", "" },
        { "event-channel-id-changed.json", "" },
        { "event-tokens-revoked-bot.json", "" },
        { "event-tokens-revoked-org.json", "" },
        { "event-tokens-revoked-user-only.json", "" },
        { "event-unknown-future.json", "" },
        { "event-url-verification.json", "\"challenge\":\"" },
        { "interaction-block-actions-home.form", "" },
        { "interaction-block-actions-message.form", "" },
        { "slash-flair-empty.form", "/flair" },
        { "slash-flair-enterprise.form", "ephemeral" },
        { "slash-flair-help.form", "/flair" },
        { "slash-flair-hostile.form", "ephemeral" },
        { "slash-flair-mention-emptylabel.form", "Bob Brown has 990 reputation" },
        { "slash-flair-mention-nolabel.form", "Bob Brown has 990 reputation" },
        { "slash-flair-mention-wprefix.form", "ephemeral" },
        { "slash-flair-mention.form", "Bob Brown has 990 reputation" },
        { "slash-flair-mixed.form", "Bob Brown has 990 reputation" },
        { "slash-flair-other-app.form", "another app" },
        { "slash-flair-plain-at.form", "did not say whom you mean" },
        { "slash-flair-unknown-team.form", "not installed here" },
        { "slash-ssl-check.form", "" },
    };

    [Fact]
    public async Task Every_one_is_answered_as_it_should_be_on_each_path()
    {
        Assert.Equal(SlackFixtures.Signed.Select(one => one.File).Order(StringComparer.Ordinal), Answers.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
        await using var run = await SlackRun.StartAsync();
        run.Clock.SetBack(SlackFixtures.SignedAt);
        foreach (var path in Paths)
        {
            foreach (var signed in SlackFixtures.Signed)
            {
                var (status, body) = await SendAsync(run, path, signed, signed.Signature);
                Assert.Equal((signed.File, HttpStatusCode.OK), (signed.File, status));
                var expected = Answers.Single(row => row.Data.Item1 == signed.File).Data.Item2;
                if (expected.Length == 0) Assert.Equal((signed.File, ""), (signed.File, body));
                else Assert.Contains(expected, body, StringComparison.Ordinal);
                Assert.DoesNotContain("<!", body, StringComparison.Ordinal);
            }
        }

        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task Bolt_takes_and_refuses_the_same_ones()
    {
        var (twin, port) = await NodePeer.StartAsync("slack-bolt.mjs", FakeSlack.SigningSecret, SlackFixtures.SignedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        await using var _ = twin;
        using var bolt = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var run = await SlackRun.StartAsync();
        run.Clock.SetBack(SlackFixtures.SignedAt);
        foreach (var signed in SlackFixtures.Signed)
        {
            var turned = signed.Signature[..^1] + (signed.Signature[^1] is '0' ? '1' : '0');
            foreach (var signature in (string[])[signed.Signature, turned])
            {
                var ours = await SendAsync(run, "/slack/events", signed, signature);
                var theirs = await new SlackSender(run.Slack, bolt).SendAsync(
                    "/slack/events", SlackFixtures.Bytes(signed.File), signed.ContentType, ("X-Slack-Request-Timestamp", signed.Timestamp), ("X-Slack-Signature", signature));
                // What it has no listener for it verifies and then answers 404; nobody is told that by us.
                Assert.Equal((signed.File, theirs.Status is HttpStatusCode.Unauthorized), (signed.File, ours.Status is HttpStatusCode.Unauthorized));
            }
        }
    }

    [Fact]
    public async Task An_event_that_is_sent_again_is_taken_and_done_once()
    {
        await using var run = await SlackRun.StartAsync();
        var envelope = run.Sender.Payloads.Event(run.Slack.Acme, new System.Text.Json.Nodes.JsonObject { ["type"] = "app_home_opened", ["user"] = SlackRun.Alice, ["tab"] = "home" }, "Ev-once");
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.EventAsync(envelope)).Status);
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.EventAsync(envelope, retry: 1)).Status);
        run.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, (await run.Sender.EventAsync(envelope, retry: 2)).Status);
        await Patience.UntilAsync(() => run.Slack.RequestsOf("views.publish").Count > 0, "the home is published");
        await run.AskAsync(SlackRun.Alice, "help");
        Assert.Single(run.Slack.RequestsOf("views.publish"));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(SlackRun run, string path, SlackFixtures.SignedRequest signed, string signature)
    {
        var delivery = await run.Sender.SendAsync(
            path, SlackFixtures.Bytes(signed.File), signed.ContentType, ("X-Slack-Request-Timestamp", signed.Timestamp), ("X-Slack-Signature", signature));
        return (delivery.Status, delivery.Body);
    }
}
