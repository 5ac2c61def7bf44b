namespace ChatFlairBot.Core.Announcing;

/// <summary>One installation of the bot on a platform.</summary>
/// <param name="Platform">The platform's name.</param>
/// <param name="Id">The platform's own id of it; <see cref="ChannelAddress.Workspace"/> of its channels.</param>
/// <param name="Name">What people call it.</param>
public sealed record Workspace(string Platform, string Id, string Name)
{
    /// <summary>The organisation that it is part of, when the platform has such.</summary>
    public string? Enterprise { get; init; }

    /// <summary>The app that was installed, by the platform's id.</summary>
    public string? App { get; init; }

    /// <summary>The bot itself as a member of it.</summary>
    public string? Bot { get; init; }

    /// <summary>The member who installed the bot, and who may therefore configure it.</summary>
    public string? InstalledBy { get; init; }

    public DateTimeOffset InstalledAt { get; init; }

    /// <summary>What the bot may do there, in the platform's own words.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The tokens, encrypted: nobody but the platform's adapter reads them. Null once the bot was removed.</summary>
    public string? Secret { get; init; }

    /// <summary>When the token ends and has to be changed for the next; null for never.</summary>
    public DateTimeOffset? SecretExpiresAt { get; init; }

    /// <summary>Where and how the bot speaks there, as the platform's adapter writes it; nothing of it is secret. Null where a token is enough, and once the bot was removed.</summary>
    public string? Reference { get; init; }

    /// <summary>Since when the bot is not there any more; null while it is.</summary>
    public DateTimeOffset? LeftAt { get; init; }
}
