using System.Net;
using System.Text.Json.Nodes;
using ChatFlairBot.Tests.EndToEnd;
using ChatFlairBot.Tests.Fakes.Teams;

namespace ChatFlairBot.Tests.Platforms.Teams;

/// <summary>What a team sees of the bot in Teams, from the installation to its removal.</summary>
public sealed class TeamsMainTests
{
    [Fact]
    public async Task A_team_adds_the_bot_chooses_in_the_form_hears_a_milestone_congratulates_asks_searches_and_removes_it()
    {
        await using var run = await TeamsRun.StartAsync();
        var hello = await run.InstallAsync();
        Assert.Contains("Marta Lindqvist added me", hello.Card!.ToJsonString(), StringComparison.Ordinal);

        var form = (await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.open")).Card;
        Assert.NotNull(form);
        var saved = await run.Sender.PressAsync(hello, run.Teams.Marta, "subscribe.save", new Dictionary<string, string> { ["flair_at_least"] = "500" }, form);
        Assert.NotNull(saved.Card);
        var subscription = Assert.Single(await run.Bot.Store.Subscriptions.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((TeamsRun.AddressOf(run.Announcements), 500), (subscription.Channel, subscription.AtLeast));

        await run.ReachAsync(1, 1_010);
        var card = run.Announcements.Posts[^1];
        Assert.Equal("Tomás Okafor reached 1,000 reputation on Acme Stack.", card.Summary);

        var congratulated = await run.Sender.PressAsync(card, run.Teams.Yuki, "congratulate");
        Assert.Contains("Congratulate · 1", Text(congratulated.Card), StringComparison.Ordinal);
        await run.Sender.PressAsync(card, run.Teams.Yuki, "congratulate");
        await run.Bot.PollAsync();
        await Patience.UntilAsync(() => card.Edits > 0, "everybody sees the count");
        Assert.Contains("Congratulate · 1", Text(card.Card), StringComparison.Ordinal);

        var answer = await run.AskAsync(run.Teams.Marta, run.Announcements, $"@bot flair @{{{run.Teams.Tomas.Id}}}");
        Assert.StartsWith("Tomás Okafor has 1,010 reputation", answer.Summary, StringComparison.Ordinal);

        var found = await run.Sender.QueryAsync(run.Teams.Marta, run.Announcements, "flairQuery", "tomas");
        Assert.Contains("1,010", Text(Assert.Single(found.Offered)), StringComparison.Ordinal);

        foreach (var delivery in await run.Sender.UninstallAsync(run.Announcements, run.Teams.Marta)) Assert.Equal(HttpStatusCode.OK, delivery.Status);
        var left = Assert.Single(await run.Bot.Store.Workspaces.ListAsync("Teams", TestContext.Current.CancellationToken));
        Assert.True(left.LeftAt is not null && left.Reference is null);
        Assert.Empty(run.Teams.Faults);
        Assert.Empty(run.Teams.Limits.Refused);
        Assert.DoesNotContain(run.Bot.Log.Warnings, line => !line.Contains("was removed from Teams", StringComparison.Ordinal));
        Assert.DoesNotContain("bearer-TEST", run.Bot.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeIdentity.AppSecret, run.Bot.Log.All, StringComparison.Ordinal);
    }

    private static string Text(JsonNode? card) => card?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "";
}
