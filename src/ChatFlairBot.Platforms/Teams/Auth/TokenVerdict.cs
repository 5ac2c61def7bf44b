namespace ChatFlairBot.Platforms.Teams.Auth;

/// <summary>What a token says of a request.</summary>
internal enum TokenVerdict
{
    /// <summary>From Teams, now, for this bot, about what was sent.</summary>
    Genuine,

    /// <summary>No token in the header, or more than one.</summary>
    Missing,

    /// <summary>Not a token of the three signatures that Teams uses.</summary>
    Malformed,

    /// <summary>Issued by somebody else.</summary>
    ForeignIssuer,

    /// <summary>For another bot.</summary>
    ForeignAudience,

    /// <summary>Too old, from the future, or without an end.</summary>
    Stale,

    /// <summary>Signed with a key that Teams does not name, or changed on the way.</summary>
    Forged,

    /// <summary>About another service address than the activity's.</summary>
    ForeignService,

    /// <summary>Signed with a key that is not for the activity's channel.</summary>
    NotEndorsed,

    /// <summary>The keys cannot be fetched, so nobody knows.</summary>
    Unknown,
}
