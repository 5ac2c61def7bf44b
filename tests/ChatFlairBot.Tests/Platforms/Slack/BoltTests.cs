using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Slack's own framework accepts what the fixtures and the fake send, so that a bot which refuses it is wrong.</summary>
public sealed class BoltTests
{
    /// <summary>
    /// What nobody listens for is verified, waited for during three seconds and answered 404. Events with an inner event are acknowledged
    /// whether anybody listens or not, and commands whichever app they are for.
    /// </summary>
    private static readonly string[] Unheard = ["event-app-rate-limited.json"];

    [Fact]
    public async Task Every_signed_fixture_is_accepted_and_its_forgery_is_not()
    {
        var (twin, port) = await NodePeer.StartAsync("slack-bolt.mjs", FakeSlack.SigningSecret, SlackFixtures.SignedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        await using var _ = twin;
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var slack = await FakeSlack.StartAsync(new ManualClock());
        var sender = new SlackSender(slack, http);

        var accepted = await Task.WhenAll(SlackFixtures.Signed.Select(async one => (one.File, (await SendAsync(sender, one, one.Signature)).Status)));
        var forged = await Task.WhenAll(SlackFixtures.Signed.Select(async one => (one.File, (await SendAsync(sender, one, $"{one.Signature[..^1]}{(one.Signature[^1] == '0' ? '1' : '0')}")).Status)));

        Assert.Equal(24, accepted.Length);
        Assert.All(accepted, one => Assert.Equal((one.File, Unheard.Contains(one.File) ? HttpStatusCode.NotFound : HttpStatusCode.OK), one));
        // A probe of the certificate is answered before anything is verified.
        Assert.All(forged, one => Assert.Equal((one.File, one.File == "slash-ssl-check.form" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized), one));
    }

    [Fact]
    public async Task What_the_fake_sends_is_accepted_too()
    {
        await using var slack = await FakeSlack.StartAsync(TimeProvider.System);
        var (twin, port) = await NodePeer.StartAsync("slack-bolt.mjs", FakeSlack.SigningSecret, "0", slack.ApiBaseUrl.AbsoluteUri);
        await using var _ = twin;
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var sender = new SlackSender(slack, http) { CommandPath = "/slack/events", InteractionPath = "/slack/events" };
        using var forger = new HttpClient { BaseAddress = http.BaseAddress };

        var answer = await sender.CommandAsync(slack.Acme, "U01ALICE001", "C01GENERAL1", "<@U02BOB00002>");
        var probe = await sender.SslCheckAsync();
        var challenge = await sender.UrlVerificationAsync("challenge");
        var home = await sender.HomeOpenedAsync(slack.Acme, "U01ALICE001");
        var button = """[{"type":"actions","elements":[{"type":"button","action_id":"flair_mute_me","text":{"type":"plain_text","text":"Mute"},"value":"mute"}]}]""";
        slack.Acme.Homes["U01ALICE001"] = slack.Views.Make(slack.Acme, new JsonObject { ["type"] = "home", ["blocks"] = JsonNode.Parse(button) }, id: null, slack.Time.GetUtcNow());
        var message = slack.Acme.Channels["C01GENERAL1"].Say(slack.Acme.BotUserId, "hi", slack.Time.GetUtcNow());
        message.Show((JsonArray)JsonNode.Parse(button)!);
        var pressed = await sender.ActionAsync(message, "U01ALICE001", "flair_mute_me");
        var pressedAtHome = await sender.HomeActionAsync(slack.Acme, "U01ALICE001", "flair_mute_me");
        var ends = await sender.UninstallAsync(slack.Acme);
        var forged = await new SlackSender(slack, forger, "another secret") { CommandPath = "/slack/events" }.CommandAsync(slack.Acme, "U01ALICE001", "C01GENERAL1", "");

        Assert.Equal((HttpStatusCode.OK, """{"response_type":"ephemeral","text":"twin"}"""), (answer.Status, answer.Body));
        Assert.All([probe, challenge, home, pressed, pressedAtHome, .. ends], one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Contains("challenge", challenge.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.Status);
        Assert.Equal("twin", Assert.Single(slack.Everything("C01GENERAL1"), one => one.EphemeralTo is not null).Text);
        Assert.Empty(slack.Faults);
    }

    private static Task<SlackDelivery> SendAsync(SlackSender sender, SlackFixtures.SignedRequest one, string signature) => sender.SendAsync(
        "/slack/events", SlackFixtures.Bytes(one.File), one.ContentType, ("X-Slack-Request-Timestamp", one.Timestamp), ("X-Slack-Signature", signature));
}
