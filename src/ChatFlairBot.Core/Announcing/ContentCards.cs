using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Makes the card of a message, with the names and numbers of the moment it is sent.</summary>
public sealed class ContentCards(CardMaker cards, IStandingReader people, IMemberStore members, ICongratulationStore congratulations)
{
    private const string OnlyYou = "Only you see this: you keep your milestones to yourself.";

    /// <param name="content">What it says.</param>
    /// <param name="channel">Where.</param>
    /// <param name="key">Its delivery's key, for what can be done about it; null for a card that nobody delivered.</param>
    /// <param name="token">Ends the making.</param>
    public async Task<Card> OfAsync(DeliveryContent content, ChannelAddress channel, string? key, CancellationToken token)
    {
        var card = await OfAsync(content, channel, token);
        if (channel.Member is not null) card = card with { Text = card.Text is null ? OnlyYou : $"{card.Text} {OnlyYou}" };
        return key is null ? card : card with { Actions = channel.Member is null ? await ActionsAsync(content, key, token) : [new(CardActionKind.Why, key)] };
    }

    private async Task<Card> OfAsync(DeliveryContent content, ChannelAddress channel, CancellationToken token)
    {
        switch (content)
        {
            case DeliveryContent.Card one:
                var announcement = await NamedAsync(one.Announcement, channel, token);
                return cards.Milestone(announcement, await people.RarityAsync(announcement, token));
            case DeliveryContent.Digest digest:
                var lines = new List<Announcement>(digest.Lines.Count);
                // Names only of the lines that are shown: a digest of a thousand is still one message.
                foreach (var line in digest.Lines) lines.Add(lines.Count < CardMaker.MostDigestLines ? await NamedAsync(line, channel, token) : line);
                return cards.Digest(lines);
            case DeliveryContent.Note note:
                return CardMaker.Notice(note.Notice);
            default:
                throw new InvalidOperationException($"Unknown content {content.GetType().Name}.");
        }
    }

    private async Task<IReadOnlyList<CardAction>> ActionsAsync(DeliveryContent content, string key, CancellationToken token) => content switch
    {
        DeliveryContent.Card => [new(CardActionKind.Congratulate, key, Delivery.NumberOf(key) is { } number ? await congratulations.CountAsync(number, token) : 0), new(CardActionKind.Why, key), new(CardActionKind.Settings, key)],
        DeliveryContent.Digest => [new(CardActionKind.Why, key), new(CardActionKind.Settings, key)],
        _ => [],
    };

    // In a chat people are called what they are called there, now.
    private async Task<Announcement> NamedAsync(Announcement announcement, ChannelAddress channel, CancellationToken token)
    {
        if (announcement.IsCollective) return announcement;
        var member = (await members.MembersOfAsync(announcement.Standing.Person, token))
            .FirstOrDefault(one => one.Id.Platform == channel.Platform && one.Id.Workspace == channel.Workspace && PlainText.OneLine(one.Name).Length > 0);
        return member is null ? announcement : announcement with { Standing = announcement.Standing with { Name = member.Name } };
    }
}
