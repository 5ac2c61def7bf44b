using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Platforms.Playground;

namespace ChatFlairBot.Settings;

/// <summary>A <c>Subscriptions:name</c> block.</summary>
internal sealed class SubscriptionOptions
{
    [Required(ErrorMessage = "Platform is missing: the chat system that the channel is in.")]
    public string? Platform { get; set; }

    /// <summary>The platform's own id of the channel.</summary>
    [Required(ErrorMessage = "Channel is missing: the platform's own id of the channel.")]
    [MaxLength(200)]
    public string? Channel { get; set; }

    /// <summary>Only these sources; all when nothing is said.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Only milestones of at least so much reputation.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long AtLeast { get; set; }

    public Subscription Named(string name) =>
        new(name, new ChannelAddress(Canonical(Platform!), ChannelAddress.DefaultWorkspace, Channel!), Sources, AtLeast);

    // Names of platforms are kept with every delivery, so one of them has only one spelling.
    private static string Canonical(string platform) =>
        platform.Equals(PlaygroundOptions.Platform, StringComparison.OrdinalIgnoreCase) ? PlaygroundOptions.Platform : platform;
}
