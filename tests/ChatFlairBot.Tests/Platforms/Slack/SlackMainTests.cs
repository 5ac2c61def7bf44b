using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Slack;

namespace ChatFlairBot.Tests.Platforms.Slack;

/// <summary>What a team sees of the bot in Slack, from the subscription to the congratulation.</summary>
public sealed class SlackMainTests
{
    private static readonly (string, string)[] Subscribed = [("Subscriptions:team:Platform", "Slack"), ("Subscriptions:team:Channel", SlackRun.General)];

    [Fact]
    public async Task A_crossing_becomes_one_card_in_the_channel_that_Slack_takes_without_a_complaint()
    {
        await using var run = await SlackRun.StartAsync(Subscribed);
        await run.ReachAsync(1, 1_010);

        var card = Assert.Single(run.Slack.Messages(SlackRun.General));
        Assert.Equal("Bob Brown reached 1,000 reputation on Acme Stack.", card.Text);
        Assert.StartsWith("d-", (string?)card.Metadata!["event_payload"]!["key"], StringComparison.Ordinal);
        await run.Bot.PollAsync();
        Assert.Single(run.Slack.Messages(SlackRun.General));
        Assert.Empty(run.Slack.Faults);
        Assert.DoesNotContain(run.Slack.Acme.Token!.Value, run.Bot.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<@U02BOB00002|bob>")]
    [InlineData("<@U02BOB00002>")]
    [InlineData("  <@U02BOB00002|bob>   and <#C01GENERAL1|general> <https://example.com/a?b=1&amp;c=2>")]
    [InlineData("Bob Brown")]
    public async Task Somebody_is_found_by_mention_and_by_name(string text)
    {
        await using var run = await SlackRun.StartAsync();
        var answer = await run.AskAsync(SlackRun.Alice, text);

        Assert.Equal("ephemeral", (string?)answer["response_type"]);
        Assert.StartsWith("Bob Brown has 990 reputation on Acme Stack", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Empty(run.Slack.Faults);
    }

    [Theory]
    [InlineData("@bob", "Slack did not say whom you mean")]
    [InlineData("<@U09REX00009|rex>", "of another company")]
    [InlineData("<@U04DAVE0004|dave>", "has no account here any more")]
    [InlineData("<@U05ROBOT005>", "is a program")]
    [InlineData("<!channel> &lt;script&gt; *bold*", "‹!channel›")]
    [InlineData("", "/flair")]
    [InlineData("help", "/flair")]
    public async Task What_cannot_be_looked_up_is_explained_to_the_asker_alone(string text, string says)
    {
        await using var run = await SlackRun.StartAsync();
        var answer = await run.AskAsync(SlackRun.Alice, text);

        Assert.Equal("ephemeral", (string?)answer["response_type"]);
        Assert.Contains(says, answer.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel", answer.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Here_is_for_everybody()
    {
        await using var run = await SlackRun.StartAsync();
        Assert.Equal("in_channel", (string?)(await run.AskAsync(SlackRun.Alice, "top 3 --here"))["response_type"]);
    }

    [Fact]
    public async Task Congratulations_are_counted_once_for_each_member_and_show_on_the_card()
    {
        await using var run = await SlackRun.StartAsync(Subscribed);
        await run.ReachAsync(1, 1_010);
        var card = run.Slack.Messages(SlackRun.General)[0];

        var first = await run.Sender.ActionAsync(card, SlackRun.Alice, "flair_congratulate");
        await Patience.UntilAsync(() => first.ResponseUrl!.Answers.Count == 1, "the card is shown with the count");
        Assert.Contains("Congratulate · 1", card.Blocks!.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);
        var again = await run.Sender.ActionAsync(card, SlackRun.Alice, "flair_congratulate");
        await Patience.UntilAsync(() => again.ResponseUrl!.Answers.Count == 1, "the second is answered");
        Assert.Contains("counted", (string?)again.ResponseUrl!.Answers[0]["text"], StringComparison.Ordinal);
        var third = await run.Sender.ActionAsync(card, "W03CAROL003", "flair_congratulate");
        await Patience.UntilAsync(() => third.ResponseUrl!.Answers.Count == 1, "the third is shown");
        Assert.Contains("Congratulate · 2", card.Blocks!.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);

        var why = await run.Sender.ActionAsync(card, SlackRun.Alice, "flair_why");
        await Patience.UntilAsync(() => why.ResponseUrl!.Answers.Count == 1, "why is answered");
        Assert.Contains("posted as d-", why.ResponseUrl!.Answers[0].ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);
        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task A_congratulation_shows_also_when_its_response_address_is_closed()
    {
        await using var run = await SlackRun.StartAsync(Subscribed);
        await run.ReachAsync(1, 1_010);
        var card = run.Slack.Messages(SlackRun.General)[0];

        run.Slack.Script.Next("response", SlackScript.ServerError);
        await run.Sender.ActionAsync(card, SlackRun.Alice, "flair_congratulate");
        await Patience.UntilAsync(async () => (await run.Bot.Store.Deliveries.AmendmentsAsync(new("Slack", "default", SlackRun.General), TestContext.Current.CancellationToken)).Count == 1, "the card is to be put right");
        await Patience.UntilAsync(
            () =>
            {
                run.Clock.Advance(TimeSpan.FromSeconds(30));
                return card.Blocks!.ToJsonString(SlackViews.Relaxed).Contains("Congratulate · 1", StringComparison.Ordinal);
            },
            "the card is put right");
    }

    [Fact]
    public async Task Whoever_looks_after_the_bot_subscribes_with_the_form_and_is_told_what_was_kept()
    {
        await using var run = await SlackRun.StartAsync();
        var asked = await run.Sender.CommandAsync(run.Slack.Acme, SlackRun.Alice, SlackRun.Random, "subscribe");
        Assert.Equal("", asked.Body);
        var view = Assert.Single(run.Slack.Acme.Views).Value;
        Assert.Equal("flair_subscribe", (string?)view["callback_id"]);

        var preview = await run.Sender.ViewActionAsync(run.Slack.Acme, SlackRun.Alice, view, "flair_preview_form");
        Assert.Equal(System.Net.HttpStatusCode.OK, preview.Status);
        await Patience.UntilAsync(() => run.Slack.RequestsOf("views.update").Count == 1, "the preview is shown");
        Assert.Contains("A card would read", run.Slack.RequestsOf("views.update")[0]["view"], StringComparison.Ordinal);

        var sent = await run.Sender.SubmitAsync(run.Slack.Acme, SlackRun.Alice, view, new Dictionary<string, JsonNode>(StringComparer.Ordinal));
        Assert.Contains("Subscribed", sent.Body, StringComparison.Ordinal);
        await run.ReachAsync(1, 1_010);
        Assert.Single(run.Slack.Messages(SlackRun.Random));
        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task Whoever_said_only_me_is_told_in_a_message_of_their_own_that_can_be_taken_back()
    {
        await using var run = await SlackRun.StartAsync(Subscribed);
        await run.AskAsync(SlackRun.Alice, "link <@U02BOB00002|bob> to Bob Brown");
        await run.AskAsync(SlackRun.Bob, "share me");
        await run.ReachAsync(1, 1_010);
        Assert.Empty(run.Slack.Messages(SlackRun.General));
        var told = Assert.Single(run.Slack.Messages("D02BOB00002"));
        Assert.Equal("Bob Brown reached 1,000 reputation on Acme Stack.", told.Text);
        Assert.Contains("Only you see this", told.Blocks!.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);
        Assert.DoesNotContain("flair_congratulate", told.Blocks!.ToJsonString(SlackViews.Relaxed), StringComparison.Ordinal);

        await run.AskAsync(SlackRun.Bob, "forget me yes");
        await Patience.UntilAsync(
            () =>
            {
                run.Clock.Advance(TimeSpan.FromSeconds(30));
                return run.Slack.Messages("D02BOB00002").Count == 0;
            },
            "it is taken back");
        Assert.Empty(run.Slack.Faults);
    }

    [Fact]
    public async Task Home_shows_ones_own_flair_and_what_one_allows_and_keeps_to_it()
    {
        await using var run = await SlackRun.StartAsync(Subscribed);
        await run.AskAsync(SlackRun.Alice, "link <@U02BOB00002|bob> to Bob Brown");
        await run.Sender.HomeOpenedAsync(run.Slack.Acme, SlackRun.Bob);
        await Patience.UntilAsync(() => run.Slack.Acme.Homes.ContainsKey(SlackRun.Bob), "Bob's home is there");
        Assert.Contains("990", run.Slack.Acme.Homes[SlackRun.Bob].ToJsonString(), StringComparison.Ordinal);

        await run.Sender.HomeActionAsync(run.Slack.Acme, SlackRun.Bob, "flair_share", "never");
        await Patience.UntilAsync(() => run.Slack.RequestsOf("views.publish").Count == 2, "the home is shown again");
        await run.ReachAsync(1, 1_010);
        Assert.Empty(run.Slack.Messages(SlackRun.General));
        Assert.Empty(run.Slack.Faults);
    }
}
