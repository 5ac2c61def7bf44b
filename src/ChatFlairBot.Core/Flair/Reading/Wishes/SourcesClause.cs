namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>from acme</c>, <c>from acme, starmind</c>, <c>from Acme Stack and starmind</c>.</summary>
internal sealed class SourcesClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "from" or "source" or "sources";

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        words.Skip(1);
        // "from group Platform" says all by itself.
        if (words.Key() is "group" or "groups" or "department" or "departments") return;
        if (words.Take("all", "everywhere"))
        {
            draft.Sources.Add("all");
            return;
        }

        var names = Names.Take(words, isFirstAnything: false, andParts: true);
        if (names.Count > 0) draft.Sources.AddRange(names);
        else draft.Fault(words.Since(start), "needs a platform or a number of points: write from acme, or from 1000");
    }
}
