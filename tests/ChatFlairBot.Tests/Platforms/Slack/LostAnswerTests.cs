using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Slack.Web;
using ChatFlairBot.Tests.EndToEnd;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>Slack took a card and its answer never came.</summary>
public sealed class LostAnswerTests
{
    private static readonly (string, string)[] Reading =
    [
        ("Subscriptions:everybody:Platform", "Slack"), ("Subscriptions:everybody:Channel", SlackRun.General), ("Slack:ReadHistory", "true"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_the_history_can_be_read_the_card_is_found_and_not_posted_again()
    {
        await using var run = await StartAsync();
        await LoseAsync(run);
        Assert.Single(run.Slack.RequestsOf("chat.postMessage"));
        Assert.Equal(run.Slack.Messages(SlackRun.General)[0].Ts, await MessageIdAsync(run));
    }

    // A page of 15 a minute: whoever begins anew each time reads the first page for ever, and the channel waits behind it.
    [Fact]
    public async Task Where_Slack_gives_a_page_a_minute_the_search_goes_on_where_it_was_broken_off()
    {
        await using var run = await StartAsync();
        run.Slack.Limits.HistoryIsSlow = true;
        await LoseAsync(run, chatter: 40);
        Assert.Single(run.Slack.RequestsOf("chat.postMessage"));
        Assert.Equal(run.Slack.Messages(SlackRun.General).Single(one => one.Metadata is not null).Ts, await MessageIdAsync(run));
    }

    [Fact]
    public async Task Where_it_cannot_be_read_the_card_comes_again_under_the_same_key_rather_than_never()
    {
        await using var run = await StartAsync(("Slack:ReadHistory", "false"));
        await LoseAsync(run);
        var keys = run.Slack.Messages(SlackRun.General).Select(one => (string?)one.Metadata!["event_payload"]!["key"]).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct(StringComparer.Ordinal));
    }

    private static async Task<SlackRun> StartAsync(params (string, string)[] more)
    {
        var run = await SlackRun.StartWithScopesAsync(SlackMethod.ScopesOf(readHistory: true), [.. Reading, .. more]);
        run.Slack.Acme.Channels[SlackRun.General].Invite(run.Slack.Acme.BotUserId);
        return run;
    }

    private static async Task LoseAsync(SlackRun run, int chatter = 0)
    {
        run.Slack.Script.LoseNextAnswer("chat.postMessage");
        run.Site.Company.Find(1)!.Reputation = 1_010;
        await Patience.UntilAsync(() => run.Clock.HasWaitOf(TimeSpan.FromHours(1)), "the poll loop waits for its next turn");
        run.Clock.Advance(TimeSpan.FromHours(1));
        await Patience.UntilAsync(async () => await CountAsync(run, DeliveryState.Uncertain) == 1, "nobody knows whether the card arrived");
        for (var one = 0; one < chatter; one++) run.Slack.Acme.Channels[SlackRun.General].Say(SlackRun.Bob, "Well done!", run.Clock.GetUtcNow().AddSeconds(1));
        await Patience.UntilAsync(
            async () =>
            {
                run.Clock.Advance(TimeSpan.FromSeconds(10));
                return await CountAsync(run, DeliveryState.Sent) == 1;
            },
            "the card is known to be there");
        Assert.Empty(run.Slack.Faults);
    }

    private static async Task<int> CountAsync(SlackRun run, DeliveryState state) => (int)(await run.Bot.Store.Deliveries.CountAsync(Stop)).GetValueOrDefault(state);

    private static async Task<string?> MessageIdAsync(SlackRun run) =>
        (await run.Bot.Store.Ledger.OfPersonAsync(new("acme", 1), 10, Stop)).SelectMany(entry => entry.Deliveries).Single(one => one.Channel.Platform == "Slack").MessageId;
}
