using System.Text.Json.Nodes;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>What people know, where the platform tells it of one at a time.</summary>
public sealed class SubjectsTests
{
    [Fact]
    public async Task Somebody_is_asked_about_after_a_colleague_asked_and_nobody_else_is_and_no_poll_does()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStarmind.StartAsync(new(1, "Ada", "Lindqvist", 90) { KnowHow = [("Caching", 0.9, true)] }, new(2, "Bo", "Okafor", 90));
        await using var bot = await BotRun.StartWithAsync(folder, clock, [("minds:Kind", "Starmind"), ("minds:BaseUrl", site.Address.AbsoluteUri), ("minds:Token", FakeStarmind.Token)]);
        await bot.PollAsync();
        await bot.PollAsync();
        Assert.DoesNotContain(site.Requests, request => request.Contains("know-how", StringComparison.Ordinal));

        // No answer waits for the platform: the first goes without.
        Assert.DoesNotContain("Caching", (await bot.AskAsync("@ada", "Mo")).ToJsonString(), StringComparison.Ordinal);
        JsonNode? card = null;
        await Patience.UntilAsync(async () => (card = await bot.AskAsync("@ada", "Mo")).ToJsonString().Contains("Caching", StringComparison.Ordinal), "the subjects are there");
        Assert.Equal("Ada Lindqvist", (string?)card!["title"]);
        Assert.Single(site.Requests, request => request.Contains("know-how", StringComparison.Ordinal));

        // Knowing something is no milestone.
        site.Person(1).KnowHow = [("Caching", 0.9, true), ("Shell", 0.9, true)];
        Assert.Equal(0, (await bot.PollAsync()).Milestones);
        Assert.Empty(bot.Log.Warnings);
    }
}
