namespace ChatFlairBot.Core.Cards;

/// <summary>Sizes beyond which nobody reads a card. What a platform takes is its own folder's business, and mostly less in one place or another.</summary>
public static class CardLimits
{
    public const int Title = 150;
    public const int Text = 2_000;
    public const int Summary = 1_000;
    public const int Rows = 40;

    private const int Label = 120;
    private const int Value = 200;

    /// <summary>The card with everything cut that is too long; shorter ones stay as they are.</summary>
    public static Card Fit(Card card) => card with
    {
        Title = Cut(card.Title, Title),
        Text = card.Text is { } text ? Cut(text, Text) : null,
        Summary = Cut(card.Summary, Summary),
        Rows = [.. card.Rows.Take(Rows).Select(row => row with { Label = Cut(row.Label, Label), Value = Cut(row.Value, Value) })],
        Facts = [.. card.Facts.Take(10).Select(fact => fact with { Value = Cut(fact.Value, Value) })],
        Footer = card.Footer is { } footer ? Cut(footer, Title) : null,
    };

    /// <summary>At most so many characters, never half of one, the last an ellipsis when something was cut.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}
