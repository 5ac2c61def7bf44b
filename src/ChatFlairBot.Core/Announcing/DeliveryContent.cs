namespace ChatFlairBot.Core.Announcing;

/// <summary>What a message says. Names and numbers are looked up when it is sent, so they are the current ones.</summary>
public abstract record DeliveryContent
{
    private DeliveryContent()
    {
    }

    /// <summary>One milestone as a card of its own.</summary>
    public sealed record Card(Announcement Announcement) : DeliveryContent;

    /// <summary>Several milestones, a line each.</summary>
    public sealed record Digest(IReadOnlyList<Announcement> Lines) : DeliveryContent;

    /// <summary>A message of the bot's own.</summary>
    public sealed record Note(Notice Notice) : DeliveryContent;
}
