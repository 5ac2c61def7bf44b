namespace ChatFlairBot.Core.Announcing;

/// <summary>A message in a channel that is not right any more.</summary>
/// <param name="Delivery">Its delivery's number.</param>
/// <param name="Channel">Where it is.</param>
/// <param name="MessageId">The platform's own id of it.</param>
/// <param name="Kind">What is to be done about it.</param>
/// <param name="Content">What it says now; null when nothing is left to say.</param>
/// <param name="Key">Its delivery's key.</param>
public sealed record Amendment(long Delivery, ChannelAddress Channel, string MessageId, AmendmentKind Kind, DeliveryContent? Content, string Key);

/// <summary>What is done about a message that was sent.</summary>
public enum AmendmentKind
{
    /// <summary>Taken back.</summary>
    Retract,

    /// <summary>Shown with the words and numbers of now.</summary>
    Correct,
}
