using System.Globalization;

namespace ChatFlairBot.Core.Announcing;

/// <summary>One card on its way to one channel.</summary>
/// <param name="Number">Unique for ever; platforms use <see cref="Key"/> to recognise a card they already have.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Announcement">What it celebrates.</param>
/// <param name="Attempts">How often it was tried, this attempt included.</param>
/// <param name="CreatedAt">When it was fanned out.</param>
/// <param name="WasUncertain">Whether an earlier attempt may have reached the channel.</param>
/// <param name="SentAt">When the platform confirmed it, or null.</param>
public sealed record Delivery(
    long Number,
    ChannelAddress Channel,
    Announcement Announcement,
    int Attempts,
    DateTimeOffset CreatedAt,
    bool WasUncertain,
    DateTimeOffset? SentAt)
{
    /// <summary>The delivery's name on the platform's side: the same for every attempt, and another one in another database.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"d-{Number}-{CreatedAt.ToUnixTimeMilliseconds():x}");
}

/// <summary>The life of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>An attempt is under way.</summary>
    Attempting,

    /// <summary>An attempt may have reached the channel; it is verified or repeated.</summary>
    Uncertain,

    /// <summary>The platform confirmed it.</summary>
    Sent,

    /// <summary>The channel is gone; waits for somebody.</summary>
    Parked,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}
