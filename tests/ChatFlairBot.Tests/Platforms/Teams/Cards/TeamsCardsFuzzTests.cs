using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Teams.Cards;
using ChatFlairBot.Tests.Cards;

namespace ChatFlairBot.Tests.Platforms.Teams.Cards;

public sealed class TeamsCardsFuzzTests
{
    private readonly TeamsCards _cards = new(_ => true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Teams_takes_a_thousand_cards_whatever_they_say(int seed)
    {
        foreach (var card in new RandomCards(seed).Take(1_000))
        {
            AdaptiveRules.CheckMessage(_cards.Message(card));
            foreach (var attachment in (JsonObject[])[_cards.Unfurled(card), _cards.Result(card)])
            {
                AdaptiveRules.Check(attachment["content"]!.AsObject(), isOld: (string?)attachment["content"]!["version"] == "1.3");
                AdaptiveRules.CheckSize(attachment);
            }
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("渡")]
    [InlineData("👏")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("&")]
    [InlineData("x\n")]
    public void A_card_that_is_too_long_everywhere_is_cut_and_keeps_something_of_all(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 10_000));
        var link = new Uri($"https://x.example/{new string('y', 1_900)}");
        var card = new Card(CardKind.Notice, text, text)
        {
            Text = text,
            Link = link,
            Avatar = new CardPicture(link, text),
            Facts = [.. Enumerable.Repeat(new CardFact(text, text), 30)],
            Progress = new CardProgress(1, 2, text),
            Rows = [.. Enumerable.Repeat(new CardRow("→", text, text, link), 100)],
            Tags = [.. Enumerable.Repeat(text, 100)],
            Attachment = new CardAttachment(text, text),
            Actions = [.. Enum.GetValues<CardActionKind>().Select(kind => new CardAction(kind, "d-1", int.MaxValue))],
            Footer = text,
        };
        foreach (var kind in Enum.GetValues<CardKind>())
        {
            var message = _cards.Message(card with { Kind = kind });
            AdaptiveRules.CheckMessage(message);
            var content = message["attachments"]![0]!["content"]!;
            Assert.Equal(4, content["actions"]!.AsArray().Count);
            Assert.All(["FactSet", "━", "Knows about", "more do not fit", kind is CardKind.Leaderboard ? "TableRow" : "Container"], part => Assert.Contains(part, content.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal));
            AdaptiveRules.Check(_cards.Unfurled(card with { Kind = kind })["content"]!.AsObject(), isOld: true);
        }
    }
}
