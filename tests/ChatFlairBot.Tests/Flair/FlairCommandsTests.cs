using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Flair;

public sealed class FlairCommandsTests : IAsyncLifetime
{
    private readonly SeededBot _bot = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot.Source.Set(1, 4_985, "Ada Lindqvist").Set(2, 700, "Ada Lovelace").Set(3, 650, "Żaneta Wilk").Set(4, 90, "J.-P. O'Neil").Set(5, 90, "Bo");
        await _bot.PollAsync(Token);
    }

    [Theory]
    [InlineData("Ada Lindqvist")]
    [InlineData("ada lindqvist")]
    [InlineData("ada.lindqvist")]
    public async Task Me_is_who_has_exactly_that_name(string member)
    {
        var card = await AskAsync("me", member);

        // In the chat people are called what they are called there.
        Assert.Equal((CardKind.Flair, member), (card.Kind, card.Title));
        Assert.Equal($"{member} has 4,985 reputation on Acme Stack, rank 1 of 5.", card.Summary);
        Assert.Equal([new("Reputation", "4,985"), new("Rank", "1 of 5")], card.Facts);
    }

    [Theory]
    [InlineData("Ada")]
    [InlineData("Bo Derek")]
    [InlineData("Lindqvist")]
    [InlineData("")]
    public async Task Me_is_nobody_while_the_name_only_resembles(string member)
    {
        var card = await AskAsync("me", member);

        Assert.Equal((CardKind.Notice, "I don't know who you are"), (card.Kind, card.Title));
    }

    [Fact]
    public async Task Me_is_nobody_while_two_have_that_name()
    {
        _bot.Source.Set(6, 10, "Bo");
        await _bot.PollAsync(Token);

        Assert.Equal(CardKind.Notice, (await AskAsync("me", "Bo")).Kind);
    }

    [Theory]
    [InlineData("@Ada Lovelace", "Ada Lovelace")]
    [InlineData("@lovelace", "Ada Lovelace")]
    [InlineData("@zaneta", "Żaneta Wilk")]
    [InlineData("@ŻANETA", "Żaneta Wilk")]
    [InlineData("@wil", "Żaneta Wilk")]
    [InlineData("@j p", "J.-P. O'Neil")]
    [InlineData("@neil", "J.-P. O'Neil")]
    [InlineData("@ada.lovelace", "Ada Lovelace")]
    [InlineData("@bo", "Bo")]
    public async Task Somebody_is_found_by_any_part_that_is_theirs_alone(string text, string expected) =>
        Assert.Equal((CardKind.Flair, expected), await AskAsync(text) is var card ? (card.Kind, card.Title) : default);

    [Fact]
    public async Task Several_people_are_suggested_highest_first()
    {
        var card = await AskAsync("@ada");

        Assert.Equal((CardKind.Notice, "Whom do you mean?"), (card.Kind, card.Title));
        Assert.Equal(["Ada Lindqvist 4,985 · Acme Stack", "Ada Lovelace 700 · Acme Stack"], card.Rows.Select(row => $"{row.Label} {row.Value}"));
        Assert.Equal("Several people fit: Ada Lindqvist, Ada Lovelace.", card.Summary);
    }

    [Fact]
    public async Task Very_many_people_are_not_all_suggested()
    {
        for (var person = 100; person < 120; person++) _bot.Source.Set(person, person, $"Kim Number{person}");
        await _bot.PollAsync(Token);

        var card = await AskAsync("@kim");

        Assert.Equal(8, card.Rows.Count);
        Assert.Equal("Kim Number119", card.Rows[0].Label);
        Assert.StartsWith("More than 8 people fit.", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@nobody")]
    [InlineData("@lind qvist")]
    [InlineData("%")]
    [InlineData("'; DROP TABLE person; --")]
    public async Task Nobody_is_said_plainly(string text) => Assert.Equal("Nobody found", (await AskAsync(text)).Title);

    [Fact]
    public async Task Top_shows_the_highest_and_equal_scores_share_a_rank()
    {
        var card = await AskAsync("top");

        Assert.Equal((CardKind.Leaderboard, "Top 5 on Acme Stack"), (card.Kind, card.Title));
        Assert.Equal(
            ["1 Ada Lindqvist 4,985", "2 Ada Lovelace 700", "3 Żaneta Wilk 650", "4 J.-P. O'Neil 90", "4 Bo 90"],
            card.Rows.Select(row => $"{row.Lead} {row.Label} {row.Value}"));
        Assert.Equal("Top 5 on Acme Stack: Ada Lindqvist 4,985, Ada Lovelace 700, Żaneta Wilk 650 …", card.Summary);
    }

    [Fact]
    public async Task Top_shows_as_many_as_are_asked_for() => Assert.Equal(2, (await AskAsync("top 2")).Rows.Count);

    [Theory]
    [InlineData("top beta")]
    [InlineData("top BETA")]
    [InlineData("top Beta Stack")]
    [InlineData("top 3 beta")]
    public async Task Top_of_another_source_is_asked_for_by_name_or_title(string text)
    {
        await PollBetaAsync();

        Assert.Equal(["Zoe"], (await AskAsync(text)).Rows.Select(row => row.Label));
    }

    [Fact]
    public async Task Scores_of_two_sources_are_never_mixed_and_the_other_one_is_pointed_to()
    {
        await PollBetaAsync();

        var card = await AskAsync("top");

        Assert.DoesNotContain(card.Rows, row => row.Label == "Zoe");
        Assert.Contains("/flair top beta", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_watched_is_named_with_those_that_are()
    {
        var card = await AskAsync("top gamma");

        Assert.Equal("No such platform", card.Title);
        Assert.Contains("I watch Acme Stack, Beta Stack.", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("top", "I know nobody on Acme Stack yet")]
    [InlineData("@ada", "I know nobody yet")]
    public async Task Before_the_first_poll_it_says_so(string text, string title)
    {
        using var empty = new SeededBot();

        Assert.Equal(title, (await AskAsync(text, bot: empty)).Title);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        var card = await AskAsync("help");

        Assert.Equal(CardKind.Help, card.Kind);
        Assert.Equal(FlairLanguage.Commands.Select(one => $"/flair {one.Usage}"), card.Rows.Select(row => row.Label));
    }

    [Fact]
    public async Task What_is_no_command_gets_the_list_too()
    {
        var card = await AskAsync("@@");

        Assert.Equal((CardKind.Help, "That is not a command I know"), (card.Kind, card.Title));
        Assert.NotEmpty(card.Rows);
    }

    [Fact]
    public async Task Names_are_offered_highest_first_and_once()
    {
        _bot.Source.Set(6, 10, "Bo");
        await _bot.PollAsync(Token);
        var commands = Commands(_bot);

        Assert.Equal(["Ada Lindqvist", "Ada Lovelace", "Żaneta Wilk"], await commands.NamesAsync(3, Token));
        Assert.Equal(5, (await commands.NamesAsync(100, Token)).Count);
    }

    public ValueTask DisposeAsync()
    {
        _bot.Dispose();
        return ValueTask.CompletedTask;
    }

    private static FlairCommands Commands(SeededBot bot)
    {
        var titles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["acme"] = "Acme Stack", ["beta"] = "Beta Stack" };
        var subscriptions = new Subscriptions([], bot.Store.Subscriptions);
        var policy = new FlairPolicy([], CanClaim: true, Announcer.Always);
        return new FlairCommands(new FlairParts(
            bot.Store, new CardMaker(bot.Rules, titles), ["acme", "beta"], subscriptions, new Consents(bot.Store.Members, Consent.Share), bot.Rules, policy, bot.Clock));
    }

    [Theory]
    [InlineData("https://stack.example.com/users/1", "Ada Lindqvist")]
    [InlineData("https://STACK.example.com/users/1/", "Ada Lindqvist")]
    [InlineData("https://stack.example.com/users/1/ada-lindqvist?tab=profile#top", "Ada Lindqvist")]
    [InlineData("https://stack.example.com/users/99", null)]
    [InlineData("https://stack.example.com/questions/1", null)]
    [InlineData("https://stack.example.com/users/edit/1", null)]
    [InlineData("https://elsewhere.example/users/1", null)]
    [InlineData("https://stack.example.com/", null)]
    public async Task A_profile_is_known_by_its_address(string address, string? name) =>
        Assert.Equal(name, (await Commands(_bot).OfLinkAsync(new Uri(address), Request("Somebody", ""), Token))?.Title);

    [Fact]
    public async Task A_search_shows_the_flairs_of_whom_the_asker_may_see()
    {
        Assert.Equal(["Ada Lindqvist", "Ada Lovelace"], await TitlesAsync("ada", "Somebody"));
        Assert.Equal(["Ada Lindqvist", "Ada Lovelace", "Żaneta Wilk"], await TitlesAsync("", "Somebody", most: 3));
        Assert.Equal(["Ada Lovelace"], await TitlesAsync("ada.lovelace@example.com", "Somebody"));
        Assert.Empty(await TitlesAsync("nobody", "Somebody"));

        await AskAsync("share only me", "Ada Lovelace");
        Assert.Equal(["Ada Lindqvist"], await TitlesAsync("ada", "Somebody"));
        Assert.Equal(["Ada Lindqvist", "Ada Lovelace"], await TitlesAsync("ada", "Ada Lovelace"));
        Assert.Null(await Commands(_bot).OfLinkAsync(new Uri("https://stack.example.com/users/2"), Request("Somebody", ""), Token));

        async Task<IEnumerable<string>> TitlesAsync(string text, string member, int most = 8) => (await Commands(_bot).SearchAsync(text, most, Request(member, ""), Token)).Select(card => card.Title);
    }

    private static FlairRequest Request(string member, string text) =>
        new(new Member(new MemberId("Fake", "default", member), member), new ChannelAddress("Fake", "default", "general"), text) { Claim = member };

    private async Task PollBetaAsync() =>
        await new Poll(new FakeSource("beta").Set(1, 9_000, "Zoe"), _bot.Store.Polls, _bot.Policy, _bot.Clock).RunAsync(null, Token);

    private async Task<Card> AskAsync(string text, string member = "Somebody", SeededBot? bot = null) => (await Commands(bot ?? _bot).AnswerAsync(Request(member, text), Token)).Card;
}
