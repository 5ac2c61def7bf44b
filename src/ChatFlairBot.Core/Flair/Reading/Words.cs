namespace ChatFlairBot.Core.Flair.Reading;

/// <summary>Words that are read one after the other.</summary>
internal sealed class Words(IReadOnlyList<Word> all)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position >= all.Count;

    public Word Now => all[Position];

    /// <summary>The words that are left.</summary>
    public IReadOnlyList<Word> Rest => [.. all.Skip(Position)];

    /// <summary>The word so far ahead as the language compares it; empty past the end and for what stands in quotes.</summary>
    public string Key(int ahead = 0) => Position + ahead < all.Count && all[Position + ahead] is { IsQuoted: false } word ? word.Key : "";

    public bool EndsWithComma(int ahead = 0) => Position + ahead < all.Count && all[Position + ahead].EndsWithComma;

    public Word Take() => all[Position++];

    public void Skip(int count) => Position = Math.Min(Position + count, all.Count);

    /// <summary>Takes the next word if it is one of these.</summary>
    public bool Take(params ReadOnlySpan<string> keys)
    {
        if (IsAtEnd || !keys.Contains(Key())) return false;
        Position++;
        return true;
    }

    /// <summary>What was typed from there to here.</summary>
    public string Since(int start) => string.Join(' ', all.Skip(start).Take(Position - start).Select(word => word.Raw));
}
