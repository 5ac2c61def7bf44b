using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Core.Announcing;

/// <summary>A channel's wish to hear of milestones.</summary>
/// <param name="Name">Its name in the settings, or the channel's when it was made in chat.</param>
/// <param name="Channel">Where the cards go.</param>
/// <param name="Terms">How often, when, and how many.</param>
public sealed record Subscription(string Name, ChannelAddress Channel, Terms Terms)
{
    /// <summary>Only these sources; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Only people of these departments or groups; empty for everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Only these kinds of milestones; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Of reputation milestones only those of at least so many points; 0 for all.</summary>
    public long AtLeast { get; init; }

    /// <summary>Of reputation milestones only these; empty for all that the bot celebrates.</summary>
    public IReadOnlyList<long> Thresholds { get; init; } = [];

    /// <summary>The member who made it in chat, or null for one of the settings, which chat cannot change.</summary>
    public MemberId? Owner { get; init; }

    /// <summary>Why this channel does not hear of a milestone, or null when it does.</summary>
    public string? Refuses(Announcement announcement)
    {
        var person = announcement.Standing;
        if (Sources.Count > 0 && !Sources.Contains(person.Person.Source, StringComparer.OrdinalIgnoreCase)) return "The channel did not ask for this platform.";
        if (Kinds.Count > 0 && !Kinds.Contains(announcement.Key.Kind, StringComparer.OrdinalIgnoreCase)) return "The channel did not ask for this kind of milestone.";
        if (Groups.Count > 0 && !OfGroups(announcement)) return "The channel did not ask for this department or group.";
        if (announcement.Key.Kind != MilestoneKey.ReputationKind) return null;
        if (announcement.Height < AtLeast) return "The channel asked for higher milestones only.";
        return Thresholds.Count > 0 && !Thresholds.Contains(announcement.Height) ? "The channel asked for other thresholds." : null;
    }

    public bool Wants(Announcement announcement) => Refuses(announcement) is null;

    private bool OfGroups(Announcement announcement) => announcement.IsCollective
        ? announcement.Label is { } group && Groups.Contains(group, StringComparer.OrdinalIgnoreCase)
        : announcement.Standing.Groups.Intersect(Groups, StringComparer.OrdinalIgnoreCase).Any();
}
