using System.Text.Json;
using System.Text.RegularExpressions;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Flair;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Tests.Fakes;

namespace ChatFlairBot.Tests.Flair;

/// <summary>The same lines that the parser has to bear, through to the answers.</summary>
public sealed partial class AnswerFuzzTests : IDisposable
{
    private const int Lines = 100_000;

    /// <summary>Bytes that Teams takes as one message, the smaller of the two platforms' limits.</summary>
    private const int LargestPayload = 28 * 1024;

    private readonly SeededBot _bot = new();

    [Fact]
    public async Task No_line_breaks_the_bot_mentions_anybody_or_makes_an_answer_too_large()
    {
        var token = TestContext.Current.CancellationToken;
        for (var person = 1; person <= 40; person++) _bot.Source.Set(person, 90 + person, person == 1 ? "Ada Lovelace" : $"Colleague {person}");
        await _bot.PollAsync(token);
        for (var person = 1; person <= 40; person++) _bot.Source.Set(person, 490 + person, person == 1 ? "Ada Lovelace" : $"Colleague {person}");
        await _bot.PollAsync(token);
        var cards = new CardMaker(_bot.Rules, new Dictionary<string, string>(StringComparer.Ordinal) { ["acme"] = "Acme Stack" });
        var commands = new FlairCommands(new FlairParts(
            _bot.Store, cards, ["acme"], new Subscriptions([], _bot.Store.Subscriptions), new Consents(_bot.Store.Members, Consent.Share), _bot.Rules, new FlairPolicy([], true, Announcer.Always), _bot.Clock));
        var channel = new ChannelAddress("Fake", "default", "general");
        var number = 0;
        foreach (var line in CommandFuzz.Lines(Lines, seed: 4))
        {
            // Now and then a manager, whose words change something.
            var request = new FlairRequest(new Member(new MemberId("Fake", "default", "u1"), "Bo"), channel, line) { IsManager = ++number % 50 == 0 };
            var answer = await commands.AnswerAsync(request, token);
            var payload = JsonSerializer.SerializeToUtf8Bytes(PlaygroundCards.Render(answer.Card with { Attachment = null }), PlaygroundJson.Default.CardPayload);
            Assert.True(payload.Length <= LargestPayload, $"{payload.Length} bytes for: {line}");
            Assert.True(answer.Card.Title.Length is > 0 and <= CardLimits.Title && answer.Card.Rows.Count <= CardLimits.Rows && (answer.Card.Text?.Length ?? 0) <= CardLimits.Text, line);
            foreach (var text in Texts(answer.Card)) Assert.False(Mention().IsMatch(text), $"“{text}” answers: {line}");
        }
    }

    public void Dispose() => _bot.Dispose();

    private static IEnumerable<string> Texts(Card card) =>
        [card.Title, card.Summary, card.Text ?? "", .. card.Rows.SelectMany(row => (string[])[row.Label, row.Value]), .. card.Facts.Select(fact => fact.Value)];

    // What Slack or Teams would make a mention of. "@name" and "@you" are the words of help.
    [GeneratedRegex("<[!@#a]|@(?:channel|here|everyone)\\b", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Mention();
}
