using System.Text.Json.Nodes;
using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Slack.Blocks;

/// <summary>The parts of one card, in the order in which they are shown.</summary>
internal sealed class CardParts
{
    /// <summary>What a card without any words is called.</summary>
    public const string Nameless = "ChatFlairBot";

    /// <summary>What rows and a file get at least before the rest is shortened.</summary>
    private const int LeastRoom = 3_000;

    /// <summary>What a file gets beside rows: enough to be named.</summary>
    private const int RoomOfFile = 1_500;

    /// <summary>The line that says how many rows are missing.</summary>
    private const int RoomOfNote = 150;

    /// <summary>A picture's address may be 2,000 characters long: a card that has to be shortened so much goes without.</summary>
    private const int MostRoomWithPicture = 4;

    private const int MostTags = 12;

    private readonly Card _card;
    private readonly JsonObject? _picture;
    private readonly int _left;
    private readonly List<JsonObject> _above = [];
    private readonly List<JsonObject> _below = [];

    /// <param name="card">Raw: any text of any length.</param>
    /// <param name="isPublic">Whether Slack can fetch a picture.</param>
    /// <param name="room">1 for all that may be said, more to divide it by.</param>
    public CardParts(Card card, Func<Uri, bool> isPublic, int room)
    {
        (_card, Room) = (card, room);
        _picture = room <= MostRoomWithPicture ? Picture(card.Avatar, isPublic) : null;
        AddTitle();
        var hasShownPicture = AddBody();
        AddTags();
        if (Footer(hasShownPicture) is { } footer) _below.Add(footer);
        if (CardButtons.Of(card) is { } buttons) _below.Add(buttons);
        _left = SlackLimits.Blocks - RoomOfNote - Length(_above) - Length(_below);
    }

    public int Room { get; }

    /// <summary>Whether there is room left for what is long.</summary>
    public bool Fits => _left >= (_card.Rows.Count > 0 || _card.Attachment is not null ? LeastRoom : 0);

    public JsonArray ToBlocks()
    {
        var (rows, leftOut) = new CardRows(_card.Kind).Fit(_card.Rows, _left - (_card.Attachment is null ? 0 : RoomOfFile));
        var list = new List<JsonObject>();
        if (rows is not null) list.Add(rows);
        if (leftOut > 0) list.Add(Kit.Context($"{CardMaker.Number(leftOut)} more {(leftOut == 1 ? "does" : "do")} not fit into one message."));
        if (_card.Attachment is { } file) list.AddRange(CardFile.Blocks(file, _left - Length(list)));
        return Kit.Array([.. _above, .. list, .. _below]);
    }

    // A notice is an answer in passing and no headline. A title that is too long for a headline is said in full below it.
    private void AddTitle()
    {
        var title = Short(_card.Title, 2 * SlackLimits.Header) is { Length: > 0 } given ? given : Nameless;
        if (_card.Kind is CardKind.Notice)
        {
            _above.Add(RichText.Block(RichText.Section(RichText.Bold(title))));
            return;
        }

        // A line takes its direction from its first letter, and the rest of it is English.
        var sign = Sign(_card.Kind) + CardText.Turn(title);
        _above.Add(Kit.Header(sign + CardLimits.Cut(title, SlackLimits.Header - sign.Length)));
        if (title.Length + sign.Length > SlackLimits.Header) _above.Add(Kit.Section(title));
    }

    /// <returns>Whether the picture found its place beside something.</returns>
    private bool AddBody()
    {
        var text = SlackText.Lines(_card.Text, CardLimits.Text / Room);
        var facts = CardFacts.Fields(_card.Facts, Room);
        var progress = _card.Progress is { } way ? ProgressBar.Of(way with { Label = Short(way.Label, SlackLimits.Header) }) : "";
        // Words that stand together are one block, so that the picture stands beside all of them.
        string[] paragraphs = facts.Count > 0 ? [text, progress] : [string.Join("\n\n", new[] { text, progress }.Where(one => one.Length > 0)), ""];
        List<Func<JsonObject?, JsonObject>> sections = [];
        if (paragraphs[0].Length > 0) sections.Add(picture => Kit.Section(paragraphs[0], picture));
        if (facts.Count > 0) sections.Add(picture => Kit.Fields(facts, picture));
        if (paragraphs[1].Length > 0) sections.Add(picture => Kit.Section(paragraphs[1], picture));
        _above.AddRange(sections.Select((section, index) => section(index == 0 ? _picture : null)));
        return sections.Count > 0;
    }

    private void AddTags()
    {
        var tags = _card.Tags.Select(tag => Short(tag, 60)).Where(tag => tag.Length > 0).Take(MostTags).ToList();
        if (tags.Count == 0) return;
        _below.Add(RichText.Block(RichText.Section([RichText.Text("Knows about "), .. tags.SelectMany(tag => new[] { RichText.Code(tag), RichText.Text(" ") }).SkipLast(1)])));
    }

    private JsonObject? Footer(bool hasShownPicture)
    {
        var footer = Short(_card.Footer, SlackLimits.Header);
        var picture = hasShownPicture ? null : _picture;
        if (footer.Length == 0 && picture is null) return null;
        return Kit.Context(footer.Length > 0 ? footer : SlackText.Line(_card.Avatar!.Alt, SlackLimits.Header) is { Length: > 0 } alt ? alt : Nameless, picture);
    }

    private string Short(string? text, int most) => SlackText.Line(text, Math.Max(8, most / Room));

    private static int Length(IEnumerable<JsonObject> blocks) => blocks.Sum(block => SlackMessage.Sent(block).Length + 1);

    private static JsonObject? Picture(CardPicture? avatar, Func<Uri, bool> isPublic) =>
        avatar?.Address is { } address && address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && SlackAddress.Of(address) is not null && isPublic(address)
            ? Kit.Image(address, SlackText.Line(avatar.Alt, SlackLimits.Header) is { Length: > 0 } alt ? alt : "Avatar")
            : null;

    // Decoration: the words beside it say all.
    private static string Sign(CardKind kind) => kind switch
    {
        CardKind.Milestone or CardKind.Digest => "🎉 ",
        CardKind.Leaderboard => "🏆 ",
        _ => "",
    };
}
