using ChatFlairBot.Demo;
using ChatFlairBot.Tests.Fakes;
using Microsoft.Playwright;

namespace ChatFlairBot.Tests.EndToEnd;

/// <summary>The playground's page in a real browser.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();
    private FakeStackOverflow _site = null!;
    private BotRun _bot = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await FakeStackOverflow.StartAsync(
            _clock, new SamplePerson(1, "Ada Lindqvist", 4_990), new SamplePerson(2, "Mo <img src=x onerror=alert(1)> O'Brien", 490), new SamplePerson(3, "ليلى حداد", 7_000));
        _bot = await BotRun.StartAsync(_folder, _site, _clock);
        await _bot.PollAsync();
        _browser = await Browser.StartAsync();
    }

    [Fact]
    public async Task A_card_arrives_live_in_its_channels_and_can_be_seen_as_other_platforms_get_it()
    {
        var (page, complaints) = await _browser.OpenAsync(_bot.Http.BaseAddress!);
        await Assertions.Expect(page.GetByTestId("live")).ToHaveTextAsync("Live");
        _site.Company.Find(1)!.Reputation = 5_010;
        _site.Company.Find(2)!.Reputation = 510;
        await _bot.PollAsync();

        var cards = Cards(page);
        await Assertions.Expect(cards).ToHaveCountAsync(2);
        await Assertions.Expect(cards.Filter(new() { HasText = "Ada Lindqvist reached 5,000 reputation" })).ToHaveCountAsync(1);
        // A hostile name is text like any other.
        await Assertions.Expect(cards.Filter(new() { HasText = "Mo <img src=x onerror=alert(1)> O'Brien reached 500 reputation" })).ToHaveCountAsync(1);

        await page.GetByTestId("channel-legends").ClickAsync();
        await Assertions.Expect(cards).ToHaveCountAsync(1);
        await cards.GetByTestId("view-Slack").CheckAsync();
        await Assertions.Expect(cards.GetByTestId("payload")).ToContainTextAsync("Slack");
        await Assertions.Expect(cards.GetByTestId("payload")).ToContainTextAsync("Ada Lindqvist reached 5,000 reputation on Acme Stack.");
        await cards.GetByTestId("view-Teams").CheckAsync();
        await Assertions.Expect(cards.GetByTestId("payload")).ToContainTextAsync("\"type\": \"AdaptiveCard\"");
        await Assertions.Expect(cards.GetByTestId("payload")).ToContainTextAsync("Ada Lindqvist reached 5,000 reputation");
        await cards.GetByTestId("view-Card").CheckAsync();
        await Assertions.Expect(cards.GetByTestId("payload")).ToBeHiddenAsync();
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("/flair @ada", "Ada Lindqvist")]
    [InlineData("/flair @ليلى", "ليلى حداد")]
    [InlineData("/flair top 2", "Top 2 on Acme Stack")]
    [InlineData("/flair help", "What /flair can do")]
    [InlineData("/flair me", "ليلى حداد")]
    public async Task A_command_is_answered_with_the_keyboard_alone_and_only_to_its_asker(string command, string title)
    {
        var (page, complaints) = await _browser.OpenAsync(_bot.Http.BaseAddress!);
        await Assertions.Expect(page.GetByTestId("live")).ToHaveTextAsync("Live");
        await page.GetByTestId("command").FocusAsync();
        await page.Keyboard.TypeAsync(command);
        // The first Enter may take a suggested name.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Cards(page).GetByRole(AriaRole.Heading).First).ToHaveTextAsync(title);
        await Assertions.Expect(Cards(page).GetByTestId("private-mark")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("whoami", "You are ليلى حداد")]
    [InlineData("top 2 week", "I know nobody on Acme Stack yet")]
    [InlineData("why", "No milestone of ليلى حداد yet")]
    [InlineData("why @ada", "No milestone of Ada Lindqvist yet")]
    [InlineData("link @ada lindqvist", "Linked")]
    [InlineData("share me", "Noted")]
    [InlineData("export me", "Everything I keep of you")]
    [InlineData("forget me", "Forget you?")]
    [InlineData("subscribe daily from 1000 max 3 a day quiet 18:00-08:00 weekdays in Europe/Berlin", "Subscribed")]
    [InlineData("unsubscribe", "There is nothing to unsubscribe")]
    [InlineData("settings", "This channel hears of no milestones")]
    [InlineData("preview", "ليلى حداد reached 10,000 reputation")]
    [InlineData("simulate 1000,5000 last 90d", "0 cards and 0 digests in 1 day")]
    [InlineData("pause 3d", "Paused")]
    [InlineData("resume", "It was not paused")]
    [InlineData("quarantine", "Nothing is held back")]
    [InlineData("retract d-1-1", "There is no such card")]
    [InlineData("status", "All is well")]
    [InlineData("help subscribe", "/flair subscribe")]
    [InlineData("statsu", "Nobody found")]
    public async Task Every_command_works_on_the_page(string command, string title)
    {
        var (page, complaints) = await OpenLoungeAsync();
        await page.GetByTestId("command").FillAsync($"/flair {command}");
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Cards(page).GetByRole(AriaRole.Heading).First).ToContainTextAsync(title);
        await Assertions.Expect(Cards(page).GetByTestId("private-mark")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Help_fits_one_screen()
    {
        var (page, _) = await OpenLoungeAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await page.GetByTestId("command").FillAsync("/flair help");
        await page.GetByTestId("send").ClickAsync();
        var help = (await Cards(page).First.BoundingBoxAsync())!;
        var log = (await page.Locator(".log:visible").BoundingBoxAsync())!;
        Assert.True(help.Height <= log.Height, $"Help is {help.Height} px high, and the log shows {log.Height}.");
    }

    [Fact]
    public async Task What_is_asked_for_the_channel_is_seen_by_everybody_in_it()
    {
        var (page, _) = await OpenLoungeAsync();
        await page.GetByTestId("command").FillAsync("/flair @ada --here");
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(Cards(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Cards(page).GetByTestId("private-mark")).ToHaveCountAsync(0);
        var (colleague, _) = await OpenLoungeAsync();
        await Assertions.Expect(Cards(colleague).GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Ada Lindqvist");
    }

    [Fact]
    public async Task A_held_poll_is_told_in_the_managers_channel_and_released_there()
    {
        var (page, _) = await _browser.OpenAsync(_bot.Http.BaseAddress!);
        await Assertions.Expect(page.GetByTestId("live")).ToHaveTextAsync("Live");
        _site.Company.Find(1)!.Reputation = 1;
        await _bot.PollAsync();
        await page.GetByTestId("channel-managers").ClickAsync();
        await Assertions.Expect(Cards(page).GetByRole(AriaRole.Heading).First).ToHaveTextAsync("A poll of Acme Stack looks wrong and is held back");
        await page.GetByTestId("command").FillAsync("/flair quarantine release");
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(Cards(page).Nth(1).GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Released");
        await Patience.UntilAsync(async () => (await _bot.Store.Quarantine.ListAsync(TestContext.Current.CancellationToken)).Count == 0 || Advance(), "the decision is carried out");
    }

    [Fact]
    public async Task What_is_no_command_is_refused_with_a_sentence_and_stays_in_the_box()
    {
        var (page, _) = await _browser.OpenAsync(_bot.Http.BaseAddress!);
        await page.GetByTestId("command").FillAsync("hello");
        await page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("error")).ToContainTextAsync("Commands start with /flair");
        await Assertions.Expect(page.GetByTestId("command")).ToHaveValueAsync("hello");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_to_complain_of(ColorScheme scheme)
    {
        _site.Company.Find(1)!.Reputation = 5_010;
        await _bot.PollAsync();
        var (page, _) = await _browser.OpenAsync(_bot.Http.BaseAddress!, scheme);
        var shown = 1;
        foreach (var command in (string[])["/flair @ada", "/flair top", "/flair help", "/flair nobody"])
        {
            await page.GetByTestId("command").FillAsync(command);
            await page.GetByTestId("send").ClickAsync();
            await Assertions.Expect(Cards(page)).ToHaveCountAsync(++shown);
        }

        await page.EvaluateAsync(await File.ReadAllTextAsync(Peers.Axe, TestContext.Current.CancellationToken));
        var violations = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(', '))");
        Assert.Empty(violations);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    // The decision loop looks every few seconds of the bot's clock.
    private bool Advance()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        return false;
    }

    // Nobody fixed what the lounge hears.
    private async Task<(IPage Page, IReadOnlyList<string> Complaints)> OpenLoungeAsync()
    {
        var (page, complaints) = await _browser.OpenAsync(_bot.Http.BaseAddress!);
        await Assertions.Expect(page.GetByTestId("live")).ToHaveTextAsync("Live");
        await page.GetByTestId("channel-lounge").ClickAsync();
        return (page, complaints);
    }

    private static ILocator Cards(IPage page) => page.Locator("[role=log]:not([hidden])").GetByTestId("card");
}
