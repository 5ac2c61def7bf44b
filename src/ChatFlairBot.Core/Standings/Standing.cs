namespace ChatFlairBot.Core.Standings;

/// <summary>What a source says of a person now.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Name">The name as the source shows it, raw: user-controlled text that every card must escape.</param>
/// <param name="Score">Reputation points, 0 or above; it may fall.</param>
/// <param name="Link">The address of the profile page, unchecked, or null when the source gave none.</param>
/// <param name="Avatar">The address of the picture, unchecked, or null when the source gave none.</param>
public sealed record Standing(PersonId Person, string Name, long Score, string? Link, string? Avatar)
{
    /// <summary>Tells whether the words (all but the score) changed since a poll that kept its value.</summary>
    public int WordsFingerprint => Fingerprint.Of(Name, Link, Avatar);
}
