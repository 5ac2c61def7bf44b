using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Somebody on a chat platform, by the platform's own ids.</summary>
public readonly record struct MemberId(string Platform, string Workspace, string Id)
{
    public override string ToString() => $"{Platform}/{Workspace}/{Id}";
}

/// <summary>Somebody on a chat platform, as it shows them now.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name as the platform shows it now.</param>
public sealed record Member(MemberId Id, string Name)
{
    /// <summary>The id of the company's own directory, when the platform tells it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The address that the platform itself verified; never one that a member typed.</summary>
    public PrivateText? VerifiedEmail { get; init; }

    /// <summary>Whether the platform calls them an administrator of the workspace.</summary>
    public bool IsPlatformAdmin { get; init; }
}

/// <summary>How it is known that a member is a person, strongest first.</summary>
public enum Provenance
{
    /// <summary>The company's directory gives both the same id.</summary>
    ExternalId,

    /// <summary>Both have the same e-mail address, verified by both platforms.</summary>
    Email,

    /// <summary>A manager said so.</summary>
    Manager,

    /// <summary>They said so themselves, where that is allowed.</summary>
    Self,
}

/// <summary>Member ↔ person, with how it is known.</summary>
/// <param name="Person">The person.</param>
/// <param name="Provenance">How it is known.</param>
/// <param name="By">Who said so; the source for what the bot found itself.</param>
/// <param name="At">Since when.</param>
public sealed record MemberLink(PersonId Person, Provenance Provenance, string By, DateTimeOffset At);
