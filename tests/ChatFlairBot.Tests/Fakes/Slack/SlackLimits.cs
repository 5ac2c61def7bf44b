using System.Collections.Concurrent;

namespace ChatFlairBot.Tests.Fakes.Slack;

/// <summary>How often Slack lets an app call (docs.slack.dev/apis/web-api/rate-limits). Off until a test switches a limit on.</summary>
internal sealed class SlackLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PerMessage = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _posts = new(StringComparer.Ordinal);

    /// <summary>One message a second and channel.</summary>
    public bool PerChannel { get; set; }

    /// <summary>So many calls of a method a minute and workspace.</summary>
    public bool PerMethod { get; set; }

    /// <summary>conversations.history as a newly distributed app gets it: once a minute (docs.slack.dev/changelog/2025/05/29).</summary>
    public bool HistoryIsSlow { get; set; }

    /// <summary>Calls that were told to wait.</summary>
    public ConcurrentQueue<SlackCall> Refused { get; } = new();

    /// <summary>How long the caller must wait; null when it may go on.</summary>
    public TimeSpan? Wait(SlackCall call, SlackMethod method)
    {
        var wait = WaitForMethod(call, method) ?? WaitForChannel(call);
        if (wait is not null) Refused.Enqueue(call);
        return wait;
    }

    private TimeSpan? WaitForMethod(SlackCall call, SlackMethod method)
    {
        var isSlow = HistoryIsSlow && call.Method == "conversations.history";
        if (!PerMethod && !isSlow) return null;
        var key = $"{call.Caller?.Id} {call.Method}";
        if (!_calls.TryGetValue(key, out var calls)) _calls[key] = calls = new();
        while (calls.TryPeek(out var first) && call.At - first >= Window) calls.Dequeue();
        if (calls.Count >= (isSlow ? 1 : method.PerMinute)) return calls.Peek() + Window - call.At;
        calls.Enqueue(call.At);
        return null;
    }

    private TimeSpan? WaitForChannel(SlackCall call)
    {
        if (!PerChannel || call.Method != "chat.postMessage") return null;
        var key = $"{call.Caller?.Id} {call["channel"]}";
        if (_posts.TryGetValue(key, out var last) && call.At - last < PerMessage) return last + PerMessage - call.At;
        _posts[key] = call.At;
        return null;
    }
}
