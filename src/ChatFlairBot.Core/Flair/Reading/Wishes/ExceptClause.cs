namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>no badges</c>, <c>except acme</c>: wishes say what is wanted. To pass over the "no" would do the opposite of what was meant.</summary>
internal sealed class ExceptClause : IWishClause
{
    private static readonly string[] Negations = ["no", "not", "without", "except", "excluding", "don't", "dont"];

    public bool Starts(Words words) => Negations.Contains(words.Key(), StringComparer.Ordinal);

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        while (words.Take(Negations))
        {
        }

        if (!words.IsAtEnd) WishReader.ReadNext(words, new WishDraft());
        draft.Fault(words.Since(start), "leaves something out: write what is wanted instead, for example from acme reputation levels");
    }
}
