using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>A network that asks people for their agreement first.</summary>
public sealed class OptInTests
{
    [Fact]
    public async Task Nobody_is_celebrated_or_shown_before_they_said_so_and_then_they_alone()
    {
        using var folder = new TempFolder();
        var clock = new ManualClock();
        await using var site = await FakeStarmind.StartAsync(new(1, "Ada", "Lindqvist", 90), new(2, "Bo", "Okafor", 90));
        site.Settings = (true, true, true);
        await using var bot = await BotRun.StartWithAsync(
            folder, clock, [("minds:Kind", "Starmind"), ("minds:BaseUrl", site.Address.AbsoluteUri), ("minds:Token", FakeStarmind.Token), ("minds:OptIn", "true")]);
        await using var viewer = await Viewer.ConnectAsync(bot.Http);
        await bot.PollAsync();

        (site.Person(1).Points, site.Person(2).Points) = (110, 110);
        Assert.Equal(2, (await bot.PollAsync()).Milestones);
        Assert.Empty(viewer.Cards);
        Assert.Equal("Nobody found", await AskAsync(bot, "@ada"));
        Assert.Equal("I know nobody on minds yet", await AskAsync(bot, "top"));

        await AskAsync(bot, "link @ada");
        Assert.Equal("Ada", await AskAsync(bot, "me"));
        await AskAsync(bot, "share on");
        (site.Person(1).Points, site.Person(2).Points) = (510, 510);
        await bot.PollAsync();
        await viewer.UntilAsync(1);
        Assert.Equal(["Ada reached 500 reputation"], viewer.Titles("celebrations"));
        Assert.Equal("Nobody found", await AskAsync(bot, "@bo", "Cleo"));
    }

    private static async Task<string?> AskAsync(BotRun bot, string words, string member = "Ada") => (string?)(await bot.AskAsync(words, member))["title"];
}
