using System.Text.Json.Nodes;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;
using ChatFlairBot.Tests.Fakes.Slack;
using ChatFlairBot.Tests.Platforms.Slack;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Every kind of knowledge platform polled by one process.</summary>
public sealed class SixSourcesTests : IAsyncLifetime
{
    // The second between two messages of a channel passes at once; the patience of an answer does not.
    private readonly ManualClock _clock = new() { SkipWaitsUpTo = TimeSpan.FromSeconds(2) };
    private readonly TempFolder _folder = new();
    private SixSources _six = null!;
    private FakeSlack _slack = null!;
    private BotRun _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _six = await SixSources.StartAsync(_clock);
        _slack = await FakeSlack.StartAsync(_clock);
        _bot = await BotRun.StartWithAsync(
            _folder,
            _clock,
            _six.Settings,
            ("Slack:SigningSecret", FakeSlack.SigningSecret),
            ("Slack:ApiBaseUrl", _slack.ApiBaseUrl.AbsoluteUri),
            ("Slack:AuthorizeUrl", _slack.AuthorizeUrl.AbsoluteUri),
            ("Slack:AppId", FakeSlack.AppId),
            ("Slack:BotToken", _slack.Acme.Install([.. FakeWorkspace.UsualScopes, "groups:read"]).Value),
            ("Subscriptions:team:Platform", "Slack"),
            ("Subscriptions:team:Channel", SlackRun.General));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _six.DisposeAsync();
        await _slack.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task All_are_polled_and_each_crossing_becomes_one_card_on_every_platform_of_chat()
    {
        await using var viewer = await Viewer.ConnectAsync(_bot.Http);
        Assert.All(await _bot.PollAllAsync(), poll => Assert.Equal((PollOutcome.Complete, 0), (poll.Outcome, poll.Milestones)));

        _six.Rise();
        Assert.Equal([("acme", 1), ("cloud", 1), ("cooking", 1), ("labs", 1), ("minds", 2), ("older", 1)], (await _bot.PollAllAsync()).Select(poll => (poll.Source, poll.Milestones)));
        await viewer.UntilAsync(7);
        string[] expected =
        [
            "Bo Okafor reached 1,000 reputation on Acme Stack.", "Bo Okafor reached 1,000 reputation on Acme Team.", "Bo Okafor reached 1,000 reputation on Labs Stack.",
            "Bo Okafor reached 1,000 reputation on Old Team.", "Bo Okafor reached 1,000 reputation on Seasoned Advice.", "Bo Okafor reached 100 reputation on Acme Starmind.", "Bo Okafor reached level 2 on Acme Starmind.",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), _slack.Messages(SlackRun.General).Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Equal(7, viewer.Titles("celebrations").Count);

        Assert.All(await _bot.PollAllAsync(), poll => Assert.Equal(0, poll.Milestones));
        Assert.Equal(7, _slack.Messages(SlackRun.General).Count);
        Assert.Empty(_bot.Log.Warnings);
        Assert.Empty(_slack.Faults);
        await NoSecretIsAnywhereAsync();
    }

    [Fact]
    public async Task Somebody_on_three_of_them_is_one_flair_with_what_each_knows()
    {
        await _bot.PollAllAsync();

        var delivery = await new SlackSender(_slack, _bot.Http).CommandAsync(_slack.Acme, SlackRun.Alice, SlackRun.General, "me");
        await Patience.UntilAsync(() => delivery.Body.Length > 0 || delivery.ResponseUrl!.Answers.Count > 0, "the flair is there");
        var answer = delivery.Body.Length > 0 ? JsonNode.Parse(delivery.Body)! : delivery.ResponseUrl!.Answers[0];

        var text = answer.ToJsonString(SlackViews.Relaxed);
        var asker = new Member(new MemberId("Slack", ChannelAddress.DefaultWorkspace, SlackRun.Alice), "Alice Archer");
        var card = (await _bot.Part<FlairCommands>().AnswerAsync(new FlairRequest(asker, new ChannelAddress("Slack", ChannelAddress.DefaultWorkspace, SlackRun.General), "me"), TestContext.Current.CancellationToken)).Card;
        var rendered = _bot.Part<IEnumerable<ICardRenderer>>().ToDictionary(one => one.Platform, one => one.Render(card).ToJsonString(SlackViews.Relaxed), StringComparer.Ordinal);
        Assert.True(rendered.ContainsKey("Slack") && rendered.ContainsKey("Teams"), "A platform does not show the flair.");
        foreach (var part in (string[])["4,000", "Acme Stack", "kubernetes", "700", "Labs Stack", "1 gold", "620", "Acme Starmind", "level 4"])
        {
            Assert.All([text, .. rendered.Values], shown => Assert.Contains(part, shown, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain("Acme Team", text, StringComparison.Ordinal);
        Assert.DoesNotContain(SixSources.AlicesMail, text, StringComparison.Ordinal);
        Assert.Empty(_slack.Faults);
        await NoSecretIsAnywhereAsync();
    }

    [Theory]
    [InlineData(401, "Invalid access token")]
    [InlineData(403, "{}")]
    [InlineData(500, "<html></html>")]
    [InlineData(200, "<html></html>")]
    public async Task Whatever_goes_wrong_tells_no_secret_and_stops_no_other(int status, string body)
    {
        await _bot.PollAllAsync();
        _six.Enterprise.Scripted = _ => (status, body);
        _six.OlderTeam.Always(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        _six.Minds.On("users/scores", context => context.Response.WriteAsync("[{\"email\":", context.RequestAborted));

        _six.Rise();
        var polls = (await _bot.PollAllAsync()).ToDictionary(poll => poll.Source, poll => poll.Outcome);
        Assert.Equal((PollOutcome.Failed, PollOutcome.Failed, PollOutcome.Failed), (polls["acme"], polls["older"], polls["minds"]));
        Assert.Equal((PollOutcome.Complete, PollOutcome.Complete, PollOutcome.Complete), (polls["cloud"], polls["cooking"], polls["labs"]));
        Assert.NotEmpty(_bot.Log.Warnings);
        await NoSecretIsAnywhereAsync();
    }

    private async Task NoSecretIsAnywhereAsync()
    {
        Assert.NotEmpty(_six.Requests);
        Assert.All(_six.Requests, request => Assert.DoesNotContain(SixSources.Marker, Uri.UnescapeDataString(request), StringComparison.Ordinal));
        Assert.DoesNotContain(SixSources.Marker, _bot.Log.All, StringComparison.Ordinal);
        Assert.All(_slack.Requests, call => Assert.DoesNotContain(SixSources.Marker, $"{call}", StringComparison.Ordinal));
        foreach (var poll in await _bot.Store.Polls.LastPollsAsync(TestContext.Current.CancellationToken)) Assert.DoesNotContain(SixSources.Marker, $"{poll}", StringComparison.Ordinal);
        var files = Directory.GetFiles(_folder.File(""), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 2);
        Assert.All(files, file =>
        {
            Assert.False(SlackRun.Holds(file, SixSources.Marker), $"{file} holds a secret.");
            Assert.False(SlackRun.Holds(file, SixSources.AlicesMail), $"{file} holds an address.");
        });
        // A search that cannot find anything proves nothing.
        Assert.Contains(files, file => SlackRun.Holds(file, "Alice Archer"));
    }
}
