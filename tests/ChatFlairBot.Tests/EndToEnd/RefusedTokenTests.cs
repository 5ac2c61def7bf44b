using ChatFlairBot.Core.Storing;
using ChatFlairBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>Credentials that stop working while the bot runs.</summary>
public sealed class RefusedTokenTests
{
    [Fact]
    public async Task Managers_are_told_once_with_the_way_to_renew_it_and_polls_slow_down_until_it_works_again_in_silence()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStarmind.StartAsync(new StarmindPerson(1, "Ada", "Lindqvist", 990));
        await using var bot = await BotRun.StartWithAsync(
            folder, clock, [("minds:Kind", "Starmind"), ("minds:Title", "Acme Starmind"), ("minds:BaseUrl", site.Address.AbsoluteUri), ("minds:Token", FakeStarmind.Token)]);
        await using var viewer = await Viewer.ConnectAsync(bot.Http);
        Assert.Equal(PollOutcome.Complete, (await bot.PollAsync()).Outcome);

        site.On("users/scores", Refuse);
        foreach (var hours in (int[])[1, 1, 2, 4, 6, 6])
        {
            Assert.Equal(PollOutcome.Failed, Assert.Single(await bot.PollAllAsync(TimeSpan.FromHours(hours))).Outcome);
            await viewer.UntilAsync(1);
        }

        Assert.Equal(["Acme Starmind refuses the bot's token"], viewer.Titles("managers"));
        var text = (string)viewer.Cards.Values.Single()["card"]!["text"]!;
        Assert.Contains("https://help.starmind.com/docs/api-authentication", text, StringComparison.Ordinal);
        Assert.Contains("Sources__minds__Token", text, StringComparison.Ordinal);

        site.On("users/scores", null);
        site.Person(1).Points = 1_010;
        var mended = Assert.Single(await bot.PollAllAsync(TimeSpan.FromHours(6)));
        Assert.Equal((PollOutcome.Complete, 1), (mended.Outcome, mended.Milestones));
        await viewer.UntilAsync(2);
        Assert.Equal(PollOutcome.Complete, (await bot.PollAsync()).Outcome);
        Assert.Single(viewer.Titles("managers"));
        Assert.Equal(["Ada Lindqvist reached 1,000 reputation"], viewer.Titles("celebrations"));
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = 401;
        return context.Response.WriteAsync("{}", context.RequestAborted);
    }
}
