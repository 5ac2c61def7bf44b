namespace ChatFlairBot.Core.Announcing;

/// <summary>A channel's wish to hear of milestones.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Channel">Where the cards go.</param>
/// <param name="Sources">Only these sources; empty for all.</param>
/// <param name="AtLeast">Only milestones of at least this height (for reputation: points); 0 for all.</param>
public sealed record Subscription(string Name, ChannelAddress Channel, IReadOnlyList<string> Sources, long AtLeast)
{
    public bool Wants(Announcement announcement) =>
        announcement.Height >= AtLeast
        && (Sources.Count == 0 || Sources.Contains(announcement.Standing.Person.Source, StringComparer.OrdinalIgnoreCase));
}
