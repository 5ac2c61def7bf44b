using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Settings;

/// <summary>A <c>Subscriptions:name</c> block: a fixed one, beside those that channels ask for themselves.</summary>
internal sealed class SubscriptionOptions
{
    [Required]
    public string? Platform { get; set; }

    /// <summary>The platform's own id of the channel.</summary>
    [Required]
    [MaxLength(200)]
    public string? Channel { get; set; }

    /// <summary>Only these sources; all when nothing is said.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Only milestones of at least so much reputation.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long AtLeast { get; set; }

    public Subscription Named(string name) =>
        new(name, new ChannelAddress(Platform!, ChannelAddress.DefaultWorkspace, Channel!), Sources, AtLeast);
}
