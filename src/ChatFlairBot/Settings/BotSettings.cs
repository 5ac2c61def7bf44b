using System.Collections.ObjectModel;
using ChatFlairBot.Core.Polling;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Platforms.Playground;
using ChatFlairBot.Platforms.Slack;
using ChatFlairBot.Platforms.Teams;

namespace ChatFlairBot.Settings;

/// <summary>All settings, as <c>appsettings.sample.json</c> shows them.</summary>
internal sealed class BotSettings
{
    public HttpOptions Http { get; set; } = new();

    public StorageOptions Storage { get; set; } = new();

    public PollingOptions Polling { get; set; } = new();

    public MilestoneOptions Milestones { get; set; } = new();

    public GuardLimits Guard { get; set; } = new();

    public AnnouncingOptions Announcing { get; set; } = new();

    public ManagingOptions Managers { get; set; } = new();

    public PrivacyOptions Privacy { get; set; } = new();

    public PlaygroundOptions Playground { get; set; } = new();

    public SlackOptions Slack { get; set; } = new();

    public TeamsOptions Teams { get; set; } = new();

    public IReadOnlyDictionary<string, SourceSettings> Sources { get; set; } = ReadOnlyDictionary<string, SourceSettings>.Empty;

    public IReadOnlyDictionary<string, SubscriptionOptions> Subscriptions { get; set; } = ReadOnlyDictionary<string, SubscriptionOptions>.Empty;
}

/// <summary>A source's settings block with the vendor that it is of.</summary>
internal sealed record SourceSettings(SourceKind Kind, SourceOptions Options);
