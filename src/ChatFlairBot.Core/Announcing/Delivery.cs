using System.Globalization;

namespace ChatFlairBot.Core.Announcing;

/// <summary>One message on its way to one channel.</summary>
/// <param name="Number">Unique for ever; platforms use <see cref="Key"/> to recognise a message they already have.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Content">What it says.</param>
/// <param name="Attempts">How often it was tried, this attempt included.</param>
/// <param name="CreatedAt">When it was fanned out.</param>
/// <param name="WasUncertain">Whether an earlier attempt may have reached the channel.</param>
/// <param name="SentAt">When the platform confirmed it, or null.</param>
public sealed record Delivery(
    long Number,
    ChannelAddress Channel,
    DeliveryContent Content,
    int Attempts,
    DateTimeOffset CreatedAt,
    bool WasUncertain,
    DateTimeOffset? SentAt)
{
    /// <summary>The delivery's name on the platform's side: the same for every attempt, and another one in another database.</summary>
    public string Key => KeyOf(Number, CreatedAt);

    /// <summary>The channel's own day whose budget it is of; null for what no budget counts.</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <returns>The number of <c>d-12-18c</c>, of <c>#12</c> and of <c>12</c>; null when it is no such thing.</returns>
    public static long? NumberOf(string key)
    {
        var parts = key.TrimStart('#').Split('-');
        return long.TryParse(parts.Length > 1 ? parts[1] : parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string KeyOf(long number, DateTimeOffset createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"d-{number}-{createdAt.ToUnixTimeMilliseconds():x}");
}

/// <summary>The life of a delivery.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its channel to be open, its digest to be due, or its day to have room.</summary>
    Waiting,

    /// <summary>Is to be sent now, or as soon as the platform takes it.</summary>
    Pending,

    /// <summary>An attempt is under way.</summary>
    Attempting,

    /// <summary>An attempt may have reached the channel; it is verified or repeated.</summary>
    Uncertain,

    /// <summary>The platform confirmed it.</summary>
    Sent,

    /// <summary>It became a line of a digest, whose own delivery tells the rest.</summary>
    Folded,

    /// <summary>The channel is gone; waits for somebody.</summary>
    Parked,

    /// <summary>Not sent, with a reason.</summary>
    Dropped,

    /// <summary>Was sent and taken back.</summary>
    Retracted,
}
