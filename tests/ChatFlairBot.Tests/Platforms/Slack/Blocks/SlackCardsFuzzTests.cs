using ChatFlairBot.Core.Cards;
using ChatFlairBot.Platforms.Slack.Blocks;
using ChatFlairBot.Tests.Cards;

namespace ChatFlairBot.Tests.Platforms.Slack.Blocks;

public sealed class SlackCardsFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Slack_takes_a_thousand_cards_whatever_they_say(int seed)
    {
        var cards = new SlackCards(_ => true);
        foreach (var card in new RandomCards(seed).Take(1_000))
        {
            var message = cards.Of(card);
            BlockRules.CheckMessage(message);
            Assert.DoesNotContain('<', message.Text);
            Assert.DoesNotContain('>', message.Text);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("渡")]
    [InlineData("👏")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("&")]
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
            var message = new SlackCards(_ => true).Of(card with { Kind = kind });
            BlockRules.CheckMessage(message);
            var types = message.Blocks.Select(block => (string)block!["type"]!).ToList();
            Assert.Contains("rich_text", types);
            Assert.Contains("section", types);
            Assert.Contains("context", types);
            Assert.Equal("actions", types[^1]);
            Assert.Contains("more do not fit", message.BlocksText, StringComparison.Ordinal);
        }
    }
}
