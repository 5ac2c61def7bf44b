using System.ComponentModel.DataAnnotations;
using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Milestones;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;

namespace ChatFlairBot.Settings;

/// <summary>A <c>Subscriptions:name</c> block.</summary>
internal sealed class SubscriptionOptions : TermsOptions
{
    /// <summary>The platforms there are.</summary>
    internal static IReadOnlyList<string> Platforms { get; } = [PlaygroundOptions.Platform, SlackOptions.Platform, TeamsOptions.Platform];

    [Required(ErrorMessage = "Platform is missing: the chat system that the channel is in.")]
    public string? Platform { get; set; }

    /// <summary>The workspace that the channel is in, by the platform's own id; only where several can install the bot.</summary>
    [MaxLength(200)]
    public string? Workspace { get; set; }

    /// <summary>The platform's own id of the channel.</summary>
    [Required(ErrorMessage = "Channel is missing: the platform's own id of the channel.")]
    [MaxLength(200)]
    public string? Channel { get; set; }

    /// <summary>Only these sources; all when nothing is said.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Only people of these departments or groups.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Only these kinds of milestones.</summary>
    public IReadOnlyList<string> Kinds { get; set; } = [];

    /// <summary>Only milestones of at least so much reputation.</summary>
    [Range(0, long.MaxValue, ErrorMessage = "{0} is 0 or above.")]
    public long AtLeast { get; set; }

    /// <summary>Of reputation milestones only these.</summary>
    public IReadOnlyList<long> Thresholds { get; set; } = [];

    public Subscription Named(string name, Terms otherwise) =>
        new(name, new ChannelAddress(Canonical(Platform!), Workspace ?? ChannelAddress.DefaultWorkspace, Channel!), Terms(otherwise))
        {
            Sources = Sources, Groups = Groups, Kinds = Kinds, AtLeast = AtLeast, Thresholds = Thresholds,
        };

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in base.Validate(validationContext)) yield return fault;
        foreach (var kind in Kinds.Where(kind => !MilestoneKey.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new($"Kinds names '{kind}', but has to be of {string.Join(", ", MilestoneKey.Kinds)}.", [nameof(Kinds)]);
        }
    }

    // Names of platforms are kept with every delivery, so one of them has only one spelling.
    internal static string Canonical(string platform) => Platforms.FirstOrDefault(one => one.Equals(platform, StringComparison.OrdinalIgnoreCase)) ?? platform;
}
