namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>reputation</c>, <c>levels</c>, <c>badges</c>, <c>ranks</c>, <c>experts</c>, <c>first points</c>, <c>collectives</c>, <c>everything</c>.</summary>
internal sealed class KindsClause : IWishClause
{
    private static readonly string[] All = ["reputation", "level", "badge", "rank", "expert", "first", "collective"];

    public bool Starts(Words words) => words.Key() is "everything" or "all" || Kind(words.Key()) is not null;

    public void Read(Words words, WishDraft draft)
    {
        if (Kind(words.Take().Key) is not { } kind) draft.Kinds.AddRange(All);
        else
        {
            draft.Kinds.Add(kind);
            if (kind == "first") words.Take("point", "points");
        }
    }

    private static string? Kind(string key) => Array.Find(All, kind => key == kind || (key.Length == kind.Length + 1 && key[^1] is 's' && key.StartsWith(kind, StringComparison.Ordinal)));
}
