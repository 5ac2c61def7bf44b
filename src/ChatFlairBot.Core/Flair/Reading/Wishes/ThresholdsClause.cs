namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>at 1000,5000</c>: exactly these and no others.</summary>
internal sealed class ThresholdsClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "at" or "thresholds" or "threshold" or "exactly" && Points.Starts(words, 1);

    public void Read(Words words, WishDraft draft)
    {
        words.Skip(1);
        draft.Thresholds.AddRange(Points.TakeList(words));
    }
}
