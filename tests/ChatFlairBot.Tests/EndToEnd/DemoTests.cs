using System.Globalization;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.EndToEnd;

public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_forgets_only_what_a_demo_wrote()
    {
        using var folder = new TempFolder();
        await using var site = await FakeStackOverflow.StartAsync(TimeProvider.System, 3);
        var settings = BotRun.Values(folder.File("demo.db"), site.Site.Address);
        Assert.Equal(0, (await BotProcess.RunAsync(folder.File(""), settings, "poll", "--once")).ExitCode);

        var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, "demo", "--data", folder.File(""), "--port", Ports.Free().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(3, exitCode);
        Assert.Contains("is not the database of a demo; it was left untouched", output, StringComparison.Ordinal);
        Assert.Equal(0, (await BotProcess.RunAsync(folder.File(""), settings, "status")).ExitCode);
    }

    [Fact]
    public async Task The_demo_needs_nothing_shows_cards_by_itself_and_writes_only_into_its_folder()
    {
        using var folder = new TempFolder();
        var port = Ports.Free();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        string[] arguments = ["demo", "--fast", "--port", port.ToString(CultureInfo.InvariantCulture)];
        using (var demo = BotProcess.Start(folder.File(""), BotProcess.NoSettings, arguments))
        {
            await Ports.UntilReadyAsync(http, demo);
            await using var viewer = await Viewer.ConnectAsync(http);
            await Patience.UntilAsync(() => viewer.Titles("legends").Contains("Ada Lindqvist reached 5,000 reputation"), "Ada's card is there");

            var (exitCode, output) = await BotProcess.RunAsync(folder.File(""), BotProcess.NoSettings, arguments);
            Assert.Equal(3, exitCode);
            Assert.Contains("in use by another ChatFlairBot", output, StringComparison.Ordinal);
        }

        Assert.All(Directory.GetFiles(folder.File(""), "*", SearchOption.AllDirectories), file => Assert.StartsWith(folder.File(Path.Combine("data", "demo", "demo.db")), file, StringComparison.Ordinal));

        // A second demo begins afresh and celebrates again, instead of keeping silent below the marks of the first.
        using var again = BotProcess.Start(folder.File(""), BotProcess.NoSettings, arguments);
        await Ports.UntilReadyAsync(http, again);
        await using var returned = await Viewer.ConnectAsync(http);
        await returned.UntilAsync(1);
    }
}
