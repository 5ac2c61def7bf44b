namespace ChatFlairBot.Core.Cards;

/// <summary>The neutral content of a message. All text is plain and raw: names are user-controlled, so every platform escapes what it renders.</summary>
/// <param name="Kind">What the card is for; platforms may dress kinds differently.</param>
/// <param name="Title">The headline.</param>
/// <param name="Summary">One sentence that tells the whole card: notification, screen reader, platforms without cards.</param>
public sealed record Card(CardKind Kind, string Title, string Summary)
{
    /// <summary>A paragraph below the title.</summary>
    public string? Text { get; init; }

    /// <summary>Where the title leads; only http and https.</summary>
    public Uri? Link { get; init; }

    public CardPicture? Avatar { get; init; }

    public IReadOnlyList<CardFact> Facts { get; init; } = [];

    public CardProgress? Progress { get; init; }

    public IReadOnlyList<CardRow> Rows { get; init; } = [];

    /// <summary>Short words: subjects of expertise.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A file for the asker alone.</summary>
    public CardAttachment? Attachment { get; init; }

    /// <summary>What can be done about it; none for answers.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>Small print: the source's title.</summary>
    public string? Footer { get; init; }
}

/// <summary>What a card is for.</summary>
public enum CardKind
{
    Milestone,
    Flair,
    Leaderboard,
    Digest,
    Help,
    Notice,
}

/// <summary>A person's picture with the text that stands for it; without an address a platform may draw initials.</summary>
public sealed record CardPicture(Uri? Address, string Alt);

/// <summary>A text file that comes with an answer.</summary>
public sealed record CardAttachment(string FileName, string Text);

/// <summary>A labelled value.</summary>
public sealed record CardFact(string Label, string Value);

/// <summary>How far on the way to the next milestone; the label says it in words.</summary>
public sealed record CardProgress(long Value, long Goal, string Label);

/// <summary>A line of a list: a place or sign, a label, a value.</summary>
public sealed record CardRow(string Lead, string Label, string Value, Uri? Link = null);
