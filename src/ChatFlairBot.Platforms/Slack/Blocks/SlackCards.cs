using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>Card to payload. Whatever the card says, Slack takes the payload, and it mentions nobody.</summary>
/// <param name="isPublic">Whether Slack can fetch a picture; one that it cannot fails the whole message.</param>
internal sealed class SlackCards(Func<Uri, bool> isPublic) : ICardRenderer
{
    // From all that may be said to a sixteenth of it: so much is left out of a card that is too long for one message.
    private static readonly int[] Rooms = [1, 2, 4, 8, 16];

    public SlackCards()
        : this(SlackPictures.Has)
    {
    }

    public string Platform => SlackOptions.Platform;

    public JsonNode Render(Card card)
    {
        var message = Of(card);
        return new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks };
    }

    public SlackMessage Of(Card card)
    {
        var parts = Rooms.Select(room => new CardParts(card, isPublic, room)).First(one => one.Fits || one.Room == Rooms[^1]);
        return new SlackMessage(Fallback(card), parts.ToBlocks());
    }

    private static string Fallback(Card card) =>
        new[] { card.Summary, card.Title, card.Text ?? "" }.Select(text => SlackText.Escaped(text, SlackLimits.Fallback)).FirstOrDefault(text => text.Length > 0) ?? CardParts.Nameless;
}
