namespace ChatFlairBot.Core.Standings;

/// <summary>What a source can see with its credentials, in words for whoever set it up.</summary>
/// <param name="Owner">Whose they are, such as <c>Ada Lindqvist (Registered)</c>; nothing where no credentials are needed.</param>
/// <param name="Sees">What it sees, each a noun: <c>people</c>, <c>e-mail</c>, <c>levels</c>.</param>
/// <param name="Misses">What it does not see and others might, for want of rights or because the platform has none.</param>
public sealed record SourceSight(string? Owner, IReadOnlyList<string> Sees, IReadOnlyList<string> Misses)
{
    /// <summary>When the credentials end, such as <c>in 12 days</c>; null where the platform does not tell.</summary>
    public string? Ends { get; init; }

    /// <summary>Sentences about what works and should not stay so, such as more rights than the bot needs.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>All but the warnings, in one line.</summary>
    public override string ToString() =>
        $"answers{(Owner is null ? "" : $"; the token belongs to {Owner}")}; sees {InWords(Sees)}{(Misses.Count > 0 ? $"; does not see {InWords(Misses)}" : "")}"
        + (Ends is not null ? $"; it ends {Ends}" : Owner is not null ? "; when it ends is not told" : "");

    private static string InWords(IReadOnlyList<string> things) => things.Count == 0 ? "nothing" : string.Join(", ", things);
}
