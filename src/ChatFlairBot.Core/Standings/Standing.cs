namespace ChatFlairBot.Core.Standings;

/// <summary>What a source says of a person now.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Name">The name as the source shows it, raw: user-controlled text that every card must escape.</param>
/// <param name="Score">Reputation points, 0 or above; it may fall.</param>
/// <param name="Link">The address of the profile page, unchecked, or null when the source gave none.</param>
/// <param name="Avatar">The address of the picture, unchecked, or null when the source gave none.</param>
public sealed record Standing(PersonId Person, string Name, long Score, string? Link, string? Avatar)
{
    /// <summary>Fifty times what anybody on the largest public site ever earned; a number beyond it, or below zero, is a broken one.</summary>
    public const long HighestScore = 100_000_000;

    /// <summary>Level, badges and expertise, as far as the source tells them.</summary>
    public Honours Honours { get; init; } = Honours.None;

    /// <summary>Departments and user groups, which subscriptions can ask for.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The id of the company's own directory (SAML, SCIM), which chat platforms know too.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Kept as a keyed hash only; for finding the member who is this person.</summary>
    public PrivateText? Email { get; init; }

    /// <summary>False for accounts that are no colleague to celebrate: hidden, deleted, deactivated, technical.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>The fingerprint from before the standing was put aside, for not all of its words are kept then; null for one that was just read.</summary>
    public int? KeptFingerprint { get; init; }

    /// <summary>Tells whether the words (all but the score) changed since a poll that kept its value.</summary>
    public int WordsFingerprint
    {
        get
        {
            if (KeptFingerprint is { } kept) return kept;
            var words = Fingerprint.Of(Name, Link, Avatar);
            // The sources that tell no more than these keep the value that older snapshots hold.
            return Honours.IsNone && Groups.Count == 0 && ExternalId is null && Email is null
                ? words
                : words ^ Fingerprint.Of(Honours.ToString(), string.Join('\n', Groups), $"{ExternalId}\n{Email?.Reveal()}");
        }
    }
}
