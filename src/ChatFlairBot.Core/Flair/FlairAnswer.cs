using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Core.Flair;

/// <summary>What the bot answers.</summary>
/// <param name="Card">What it says, within <see cref="CardLimits"/>.</param>
/// <param name="IsHere">Whether everybody in the channel sees it; else only who asked.</param>
public sealed record FlairAnswer(Card Card, bool IsHere);
