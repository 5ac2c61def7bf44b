using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>Card to payload. Whatever the card says, Teams takes the payload, and it formats no name and mentions nobody.</summary>
/// <param name="isPublic">Whether Teams can fetch a picture; in the place of one that it cannot it shows a broken one.</param>
internal sealed class TeamsCards(Func<Uri, bool> isPublic) : ICardRenderer
{
    // From all that may be said to a thirty-second of it: so much is left out of a card that is too long for one message.
    private static readonly int[] Rooms = [1, 2, 4, 8, 16, 32];

    public TeamsCards()
        : this(address => PublicPictures.Has(address))
    {
    }

    public string Platform => TeamsOptions.Platform;

    public JsonNode Render(Card card) => Content(card);

    /// <summary>The card itself, an Adaptive Card 1.5.</summary>
    /// <param name="refreshFor">The one member for whom Teams refreshes it by itself; null for everybody, which Teams does where at most 60 see it.</param>
    public JsonObject Content(Card card, string? refreshFor = null)
    {
        var content = Content(card, CardDress.Full);
        if (CardButtons.Refresh(card, refreshFor) is { } refresh) content.Insert(content.IndexOf("body"), "refresh", refresh);
        return content;
    }

    /// <summary>The card as an attachment of a message.</summary>
    public JsonObject Attachment(Card card) => Attached(Content(card));

    /// <summary>A message of the card alone, for Teams cuts one with text and card in two; under 28 KB with room for its addresses.</summary>
    public JsonObject Message(Card card) => new()
    {
        ["type"] = "message", ["summary"] = Summary(TeamsWords.Of(card), TeamsLimits.Summary), ["attachments"] = new JsonArray(Attachment(card)),
    };

    /// <summary>The card in the place of a link that somebody pasted.</summary>
    public JsonObject Unfurled(Card card) => Attached(Content(card, CardDress.Plain)).With("preview", Preview(card));

    /// <summary>The card as a result of a search, with what the list shows of it.</summary>
    public JsonObject Result(Card card) => Attached(Content(card, CardDress.Full)).With("preview", Preview(card));

    /// <summary>One sentence that tells the whole card: the text of a notification.</summary>
    internal static string Summary(Card card, int bytes) => TeamsText.Within(
        new[] { card.Summary, card.Title, card.Text }.Select(text => TeamsText.Line(text, CardLimits.Summary)).FirstOrDefault(text => text.Length > 0) ?? CardParts.Nameless, bytes);

    private static JsonObject Attached(JsonObject content) => new() { ["contentType"] = Adaptive.ContentType, ["content"] = content };

    private JsonObject Content(Card card, CardDress dress)
    {
        var said = TeamsWords.Of(card);
        return Rooms.Select(room => new CardParts(said, isPublic, room, dress)).First(one => one.Fits || one.Room == Rooms[^1]).ToContent();
    }

    // A thumbnail card reads a part of HTML (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
    private JsonObject Preview(Card card)
    {
        var content = new JsonObject { ["title"] = Shown(TeamsWords.Of(card).Title) is { Length: > 0 } title ? title : CardParts.Nameless };
        if (Shown(TeamsWords.Of(card).Text ?? CardParts.Told(card)) is { Length: > 0 } text) content["text"] = text;
        if (CardParts.Picture(card.Avatar, isPublic) is { } picture) content["images"] = new JsonArray(new JsonObject { ["url"] = picture["url"]!.DeepClone(), ["alt"] = picture["altText"]!.DeepClone() });
        return new JsonObject { ["contentType"] = "application/vnd.microsoft.card.thumbnail", ["content"] = content };

        static string Shown(string? text) => TeamsText.Unmarked(TeamsText.Line(text, TeamsLimits.Preview));
    }
}
