namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary><c>group Platform Team</c>, <c>departments Sales, "Daily Business"</c>. An "and" is part of a department's name.</summary>
internal sealed class GroupsClause : IWishClause
{
    public bool Starts(Words words) => words.Key() is "group" or "groups" or "department" or "departments";

    public void Read(Words words, WishDraft draft)
    {
        var start = words.Position;
        words.Skip(1);
        var names = Names.Take(words, isFirstAnything: true, andParts: false);
        if (names.Count > 0) draft.Groups.AddRange(names);
        else draft.Fault(words.Since(start), "needs a name: write group Platform Team");
    }
}
