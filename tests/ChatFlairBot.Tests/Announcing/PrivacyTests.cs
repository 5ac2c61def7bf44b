using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Announcing;

/// <summary>What people allow holds, from the moment they say it, also over being forgotten.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Token = "token-of-nobody@acme.example";

    private static readonly ChannelAddress General = new("Fake", ChannelAddress.DefaultWorkspace, "general");

    private readonly SeededBot _bot = new();
    private readonly EditablePlatform _platform = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("share me", "Dropped: They changed what they allow.")]
    [InlineData("share off", "Dropped: They changed what they allow.")]
    public async Task What_is_on_its_way_stops_when_they_say_so_and_what_follows_is_recorded_as_a_no(string words, string expected)
    {
        await SeedAsync();
        await Announcer().FanOut.RunAsync(Stop);
        await AskAsync(words);
        await Announcer().RunAsync(Stop);
        Assert.Empty(_platform.Attempts);
        Assert.Equal([expected], States());

        _bot.Source.Set(7, 600, "Ada Lovelace");
        await _bot.PollAsync(Stop);
        await Announcer().RunAsync(Stop);
        Assert.Empty(_platform.Attempts);
        Assert.Contains("Dropped: They", States()[1], StringComparison.Ordinal);
        Assert.NotEqual("Ada Lovelace", (await AskAsync("@ada lovelace", asker: "Mo")).Title);
        Assert.Equal("Ada Lovelace", (await AskAsync("me")).Title);
        Assert.DoesNotContain((await AskAsync("top", asker: "Mo")).Rows, row => row.Label == "Ada Lovelace");
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_nothing_but_a_hash_and_is_passed_over_for_ever()
    {
        await SeedAsync();
        await Announcer().RunAsync(Stop);
        Assert.Equal(["general: Ada Lovelace reached 100 reputation"], _platform.Attempts);

        Assert.Equal("Forget you?", (await AskAsync("forget me")).Title);
        Assert.Equal("Forgotten", (await AskAsync("forget me yes")).Title);
        await Announcer().RunAsync(Stop);
        Assert.Single(_platform.Deleted);
        _bot.Restart();
        _bot.Source.Set(7, 5_000, "Ada Lovelace");
        await _bot.PollAsync(Stop);
        await _bot.PollAsync(Stop);

        Assert.DoesNotContain("Ada", _bot.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("standing 1 7 ", _bot.Everything(), StringComparison.Ordinal);
        Assert.Equal(["Never"], _bot.Query("SELECT wish FROM consent"));
        Assert.Empty(_bot.Query("SELECT name FROM member"));
        Assert.Empty(_bot.Ledger());
    }

    [Fact]
    public async Task An_address_is_kept_as_a_keyed_hash_and_finds_the_member_who_has_it()
    {
        _bot.Source.Rows.Add(new Standing(new PersonId("acme", 7), "Ada Lovelace", 90, null, null) { Email = new PrivateText(Token) });
        await _bot.PollAsync(Stop);

        var card = await AskAsync("me", asker: "ada.l", email: Token.ToUpperInvariant());

        Assert.Equal((CardKind.Flair, "ada.l"), (card.Kind, card.Title));
        Assert.Contains("e-mail", (await AskAsync("whoami", asker: "ada.l", email: Token)).Rows[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, string.Join('\n', _bot.Query("SELECT COALESCE(email_hash, '') || COALESCE(external_id, '') || name FROM person")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("(private)", new PrivateText(Token).ToString());
    }

    [Fact]
    public async Task What_is_kept_is_handed_over_whole_and_of_nobody_else()
    {
        await SeedAsync();
        _bot.Source.Set(8, 90, "Mo");
        await _bot.PollAsync(Stop);
        await Announcer().RunAsync(Stop);

        var file = (await AskAsync("export me")).Attachment!.Text;

        foreach (var part in (string[])["acme/7", "Ada Lovelace", "reputation:100", "\"Before\": 90", "\"After\": 110", "general"]) Assert.Contains(part, file, StringComparison.Ordinal);
        Assert.DoesNotContain("Mo", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_with_one_address_are_nobody()
    {
        for (var person = 7; person < 9; person++) _bot.Source.Rows.Add(new Standing(new PersonId("acme", person), $"Ada {person}", 90, null, null) { Email = new PrivateText(Token) });
        await _bot.PollAsync(Stop);

        Assert.Equal("I don't know who you are", (await AskAsync("me", asker: "ada.l", email: Token)).Title);
    }

    [Fact]
    public async Task An_account_that_is_hidden_is_not_found_and_seeds_silently_when_it_is_back()
    {
        await SeedAsync();
        await Announcer().RunAsync(Stop);
        _bot.Source.Rows[0] = _bot.Source.Rows[0] with { IsListed = false, Score = 400 };
        await _bot.PollAsync(Stop);
        Assert.Equal(CardKind.Notice, (await AskAsync("@ada", asker: "Mo")).Kind);

        _bot.Source.Rows[0] = _bot.Source.Rows[0] with { IsListed = true, Score = 700 };
        Assert.Equal(0, (await _bot.PollAsync(Stop)).Milestones);
        Assert.Equal("Ada Lovelace", (await AskAsync("@ada", asker: "Mo")).Title);
        _bot.Source.Rows[0] = _bot.Source.Rows[0] with { Score = 1_001 };
        Assert.Equal(1, (await _bot.PollAsync(Stop)).Milestones);
    }

    public void Dispose() => _bot.Dispose();

    private async Task SeedAsync()
    {
        _bot.Source.Set(7, 90, "Ada Lovelace");
        await _bot.PollAsync(Stop);
        _bot.Source.Set(7, 110, "Ada Lovelace");
        await _bot.PollAsync(Stop);
    }

    private Announcer Announcer() => new(_bot.Store, _bot, _platform, Fakes.Announcer.To(General));

    private IReadOnlyList<string> States() => _bot.Query("SELECT state || ': ' || COALESCE(reason, '') FROM delivery ORDER BY number");

    private async Task<Card> AskAsync(string words, string asker = "Ada Lovelace", string? email = null)
    {
        var cards = new CardMaker(_bot.Rules, new Dictionary<string, string>(StringComparer.Ordinal));
        var commands = new FlairCommands(new FlairParts(
            _bot.Store, cards, ["acme"], Announcer().Subscriptions, new Consents(_bot.Store.Members, Consent.Share), _bot.Rules, new FlairPolicy([], true, Fakes.Announcer.Always), _bot.Clock));
        var member = new Member(new MemberId("Fake", "default", asker), asker) { VerifiedEmail = email is null ? null : new PrivateText(email) };
        return (await commands.AnswerAsync(new FlairRequest(member, General, words) { Claim = email is null ? asker : null }, Stop)).Card;
    }

    private sealed class EditablePlatform : FakePlatform, ICardEditor
    {
        public List<string> Deleted { get; } = [];

        public Task<PostOutcome> UpdateAsync(ChannelAddress channel, string messageId, Card card, CancellationToken token) => Task.FromResult<PostOutcome>(new PostOutcome.Posted(messageId));

        public Task<PostOutcome> DeleteAsync(ChannelAddress channel, string messageId, CancellationToken token)
        {
            Deleted.Add(messageId);
            return Task.FromResult<PostOutcome>(new PostOutcome.Posted(messageId));
        }
    }
}
