using ChatFlairBot.Core.Milestones;

namespace ChatFlairBot.Core.Announcing;

/// <summary>A channel's wish to hear of milestones.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Channel">Where the cards go.</param>
/// <param name="Sources">Only these sources; empty for all.</param>
/// <param name="AtLeast">Of reputation milestones only those of at least so many points; 0 for all.</param>
public sealed record Subscription(string Name, ChannelAddress Channel, IReadOnlyList<string> Sources, long AtLeast)
{
    public bool Wants(Announcement announcement) =>
        (announcement.Height >= AtLeast || announcement.Key.Kind != MilestoneKey.ReputationKind)
        && (Sources.Count == 0 || Sources.Contains(announcement.Standing.Person.Source, StringComparer.OrdinalIgnoreCase));
}
