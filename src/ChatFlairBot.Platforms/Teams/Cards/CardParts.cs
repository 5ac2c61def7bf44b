using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Teams.Cards;

/// <summary>The parts of one card, in the order in which they are shown.</summary>
internal sealed class CardParts
{
    /// <summary>What a card without any words is called.</summary>
    public const string Nameless = "ChatFlairBot";

    /// <summary>What rows and a file get at least before the rest is shortened, in bytes.</summary>
    private const int LeastRoom = 10_000;

    /// <summary>What a file gets beside rows: enough to be named.</summary>
    private const int RoomOfFile = 3_000;

    /// <summary>The line that says how many rows are missing.</summary>
    private const int RoomOfNote = 400;

    /// <summary>A picture's address may be 2,000 characters long: a card that has to be shortened so much goes without.</summary>
    private const int MostRoomWithPicture = 4;

    private const int LongestTitle = 300;
    private const int LongestLine = 150;
    private const int MostLines = 20;
    private const int MostTags = 12;

    private readonly Card _card;
    private readonly CardDress _dress;
    private readonly List<JsonObject> _above = [];
    private readonly List<JsonObject> _below = [];
    private readonly List<JsonObject> _buttons;
    private readonly int _left;

    /// <param name="card">Raw: any text of any length.</param>
    /// <param name="isPublic">Whether Teams can fetch a picture.</param>
    /// <param name="room">1 for all that may be said, more to divide it by.</param>
    /// <param name="dress">What it may be made of.</param>
    public CardParts(Card card, Func<Uri, bool> isPublic, int room, CardDress dress)
    {
        (_card, Room, _dress) = (card, room, dress);
        _above.AddRange(Head(room <= MostRoomWithPicture ? Picture(card.Avatar, isPublic) : null));
        if (CardFacts.Of(card.Facts, Room) is { } facts) _above.Add(facts);
        if (card.Progress is { } way) _below.AddRange(ProgressBar.Of(way, Short(way.Label, LongestLine), dress));
        if (Tags() is { } tags) _below.Add(tags);
        if (Short(card.Footer, LongestLine) is { Length: > 0 } footer) _below.Add(Adaptive.Soft(footer));
        _buttons = CardButtons.Of(card, dress);
        _left = TeamsLimits.Card - RoomOfNote - TeamsLimits.Size(Around([])) - CardButtons.RoomOfRefresh;
    }

    public int Room { get; }

    /// <summary>Whether there is room left for what is long.</summary>
    public bool Fits => _left >= (_card.Rows.Count > 0 || _card.Attachment is not null ? LeastRoom : 0);

    public JsonObject ToContent()
    {
        var (list, leftOut) = new CardRows(_card.Kind, _dress).Fit(_card.Rows, _left - (_card.Attachment is null ? 0 : RoomOfFile));
        if (leftOut > 0) list.Add(Adaptive.Soft($"{CardMaker.Number(leftOut)} more {(leftOut == 1 ? "does" : "do")} not fit into one message."));
        if (_card.Attachment is { } file) list.AddRange(CardFile.Of(file, _left - list.Sum(one => TeamsLimits.Size(one) + 2)));
        return Around(list);
    }

    /// <summary>The facts or the first rows in a line, for a list that shows nothing else of a card.</summary>
    public static string Told(Card card) => card.Facts.Count > 0
        ? string.Join(" · ", card.Facts.Take(4).Select(fact => $"{fact.Label} {fact.Value}"))
        : card.Rows.Count > 0 ? string.Join(" · ", card.Rows.Take(3).Select(row => $"{row.Label} {row.Value}")) : card.Footer ?? "";

    public static JsonObject? Picture(CardPicture? avatar, Func<Uri, bool> isPublic) =>
        avatar?.Address is { } address && address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && WebAddress.Written(address) is not null && isPublic(address)
            ? Adaptive.Image(address, TeamsText.Line(avatar.Alt, LongestLine) is { Length: > 0 } alt ? alt : "Avatar")
            : null;

    private JsonObject Around(IEnumerable<JsonObject> list)
    {
        var content = new JsonObject
        {
            ["type"] = "AdaptiveCard", ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["version"] = _dress is CardDress.Full ? "1.5" : "1.3",
            // Where a client shows no card it shows this, and reads Markdown in it.
            ["fallbackText"] = TeamsText.Within(TeamsText.Unmarked(TeamsCards.Summary(_card, TeamsLimits.Summary)), TeamsLimits.Summary),
        };
        if (_dress is CardDress.Full) content["lang"] = "en";
        if (_card.Rows.Count + _card.Facts.Count > 0 || _card.Attachment is not null) content["msteams"] = new JsonObject { ["width"] = "Full" };
        content["body"] = Adaptive.Array([.. _above.Select(one => one.DeepClone()), .. list, .. _below.Select(one => one.DeepClone())]);
        if (_buttons.Count > 0) content["actions"] = Adaptive.Array(_buttons.Select(one => one.DeepClone()));
        return content;
    }

    private JsonObject[] Head(JsonObject? picture)
    {
        JsonObject[] words = [Title(), .. Paragraphs(Room)];
        return picture is null
            ? words
            : [Adaptive.Columns(Adaptive.Column("auto", picture), Adaptive.Column("stretch", words).With("verticalContentAlignment", "Center"))];
    }

    // A notice is an answer in passing and no headline. Only a text block can be a headline for a screen reader, and it reads Markdown.
    private JsonObject Title()
    {
        var title = Short(_card.Title, LongestTitle) is { Length: > 0 } given ? given : Nameless;
        var isHeadline = _card.Kind is not CardKind.Notice;
        var text = Sign(_card.Kind) + CardText.Turn(title) + title;
        var size = isHeadline ? "Large" : "Default";
        if (!TeamsText.IsPlain(text)) return Adaptive.Rich([Adaptive.Bold(text).With("size", size)]);
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["weight"] = "Bolder", ["size"] = size, ["wrap"] = true };
        return _dress is CardDress.Full ? block.With("style", "Heading") : block;
    }

    private IEnumerable<JsonObject> Paragraphs(int room)
    {
        var lines = TeamsText.Lines(_card.Text, CardLimits.Text / room).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shown = lines.Length <= MostLines ? lines : [.. lines.Take(MostLines - 1), string.Join(' ', lines.Skip(MostLines - 1))];
        return shown.Select(line => Adaptive.Rich(line).With("spacing", "Small"));
    }

    private JsonObject? Tags()
    {
        var tags = _card.Tags.Select(tag => Short(tag, 60)).Where(tag => tag.Length > 0).Take(MostTags).ToList();
        if (tags.Count == 0) return null;
        return Adaptive.Rich([JsonValue.Create("Knows about "), .. tags.SelectMany(tag => new JsonNode[] { Adaptive.Bold(tag), JsonValue.Create(" · ") }).SkipLast(1)]);
    }

    private string Short(string? text, int most) => TeamsText.Line(text, Math.Max(8, most / Room));

    // Decoration: the words beside it say all.
    private static string Sign(CardKind kind) => kind switch
    {
        CardKind.Milestone or CardKind.Digest => "🎉 ",
        CardKind.Leaderboard => "🏆 ",
        _ => "",
    };
}
