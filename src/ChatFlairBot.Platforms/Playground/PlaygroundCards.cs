using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Platforms.Playground;

/// <summary>Card to payload. Nothing is escaped here: the page puts every text in as text, never as markup.</summary>
internal static class PlaygroundCards
{
#pragma warning disable CA1308 // The page's names are lower case; nothing is compared here.
    public static CardPayload Render(Card card) => new(
        card.Kind.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
        card.Title,
        card.Text,
        card.Summary,
        card.Link,
        card.Avatar is { } avatar ? new(avatar.Address, avatar.Alt) : null,
        [.. card.Facts.Select(fact => new FactPayload(fact.Label, fact.Value))],
        card.Progress is { } progress ? new(progress.Value, progress.Goal, progress.Label) : null,
        [.. card.Rows.Select(row => new RowPayload(row.Lead, row.Label, row.Value, row.Link))],
        card.Tags,
        card.Attachment is { } attachment ? new(attachment.FileName, attachment.Text) : null,
        card.Footer);
}
