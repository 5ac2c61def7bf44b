namespace ChatFlairBot.Core.Cards;

/// <summary>Something that whoever sees a card can do about it; platforms with buttons show one.</summary>
/// <param name="Kind">What.</param>
/// <param name="Delivery">The key of the card's delivery, by which the platform says which card was meant.</param>
/// <param name="Count">How many did it already, 0 or above.</param>
public sealed record CardAction(CardActionKind Kind, string Delivery, int Count = 0);

/// <summary>What can be done about a card.</summary>
public enum CardActionKind
{
    /// <summary>Be glad with somebody; counted once for each member.</summary>
    Congratulate,

    /// <summary>Ask what the card rests on.</summary>
    Why,

    /// <summary>Change what the channel hears.</summary>
    Settings,
}
