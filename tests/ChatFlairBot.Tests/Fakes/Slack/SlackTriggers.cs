using System.Globalization;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>Trigger ids: each opens one view within three seconds (docs.slack.dev/surfaces/modals).</summary>
internal sealed class SlackTriggers(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> _issued = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public string Issue(FakeWorkspace workspace)
    {
        lock (_gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"1234567890123.9876543210.{_issued.Count + 1:x32}");
            _issued[id] = new Trigger(workspace, time.GetUtcNow());
            return id;
        }
    }

    public string? Use(string id, FakeWorkspace workspace)
    {
        lock (_gate)
        {
            if (!_issued.TryGetValue(id, out var trigger) || trigger.Workspace != workspace) return "invalid_trigger_id";
            if (time.GetUtcNow() - trigger.At > Life) return "expired_trigger_id";
            if (trigger.IsUsed) return "exchanged_trigger_id";
            trigger.IsUsed = true;
            return null;
        }
    }

    private sealed class Trigger(FakeWorkspace workspace, DateTimeOffset at)
    {
        public FakeWorkspace Workspace => workspace;

        public DateTimeOffset At => at;

        public bool IsUsed { get; set; }
    }
}
