using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair.Forms;

/// <summary>What the form about a channel shows.</summary>
/// <param name="Channel">Which channel.</param>
/// <param name="ChannelName">Its name without #, for whoever cannot see it; null when nobody told it.</param>
/// <param name="Now">What it hears now, or null for nothing yet.</param>
/// <param name="Defaults">What a new subscription would be.</param>
/// <param name="Sources">All that are watched: name and title.</param>
/// <param name="Preview">What it would bring, in words.</param>
/// <param name="Warnings">What to know before: that the channel is shared with another company.</param>
public sealed record SubscribeForm(
    ChannelAddress Channel,
    string? ChannelName,
    Subscription? Now,
    Subscription Defaults,
    IReadOnlyList<(string Name, string Title)> Sources,
    string? Preview,
    IReadOnlyList<string> Warnings);
