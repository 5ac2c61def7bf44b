namespace ChatFlairBot.Core.Flair.Reading.Wishes;

/// <summary>One sort of wish for a channel.</summary>
internal interface IWishClause
{
    /// <summary>Whether it begins at the next word. It takes nothing, and looks only a few words ahead.</summary>
    bool Starts(Words words);

    /// <summary>Takes its words; those that it cannot read become a fault.</summary>
    void Read(Words words, WishDraft draft);
}
