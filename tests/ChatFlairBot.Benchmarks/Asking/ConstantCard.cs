using ChatFlairBot.Core.Cards;

namespace ChatFlairBot.Benchmarks.Asking;

/// <summary>The card of somebody's flair that a twin answers everything with.</summary>
internal static class ConstantCard
{
    /// <summary>Whom it is about.</summary>
    public const string Name = "Baba Babelaba";

    public static Card Card { get; } = new(CardKind.Flair, Name, $"{Name} has 1,234 reputation on benchmark, rank 12,345 of 100,000.")
    {
        Facts = [new("Reputation", "1,234"), new("Rank", "12,345 of 100,000")],
        Progress = new(1_234, 2_000, "766 to 2,000"),
        Footer = "benchmark",
    };
}
