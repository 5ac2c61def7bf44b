using System.Collections.Concurrent;

namespace ChatFlairBot.Tests.Fakes.Teams;

/// <summary>How often the connector may be called (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), on the fake's clock.</summary>
internal sealed class ConnectorLimits
{
    private static readonly Window[] Writes = [new(7, 1), new(8, 2), new(60, 30), new(1_800, 3_600)];
    private static readonly Window[] Reads = [new(14, 1), new(16, 2), new(120, 30), new(3_600, 3_600)];
    private static readonly Window[] Whole = [new(50, 1)];
    private static readonly Window[] Unpaged = [new(5, 60)];

    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);

    public bool AreOn { get; set; } = true;

    /// <summary>A 429 says how long to wait.</summary>
    public bool SayWhen { get; set; } = true;

    /// <summary>Calls that were told to wait.</summary>
    public ConcurrentQueue<ConnectorCall> Refused { get; } = new();

    /// <summary>No sender is faster: the least time from the first to the last of so many messages, by the windows of each conversation and of the tenant.</summary>
    /// <param name="messages">How many go into each conversation.</param>
    public static TimeSpan Shortest(params IReadOnlyCollection<int> messages) => messages.Select(one => Shortest(one, Writes)).Append(Shortest(messages.Sum(), Whole)).Max();

    /// <summary>How long the caller must wait; null when it may go on. Only what may go on counts.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="weight">How much it counts: a message that Teams splits counts twice.</param>
    public TimeSpan? Wait(ConnectorCall call, int weight)
    {
        if (!AreOn) return null;
        var kind = call.Writes ? "write" : "read";
        (string Key, Window[] Windows)[] rules =
        [
            ("tenant", Whole),
            ($"{kind} {(call.RoomId.Length > 0 ? call.RoomId : Person(call))}", call.Writes ? Writes : Reads),
            .. call.Operation == ConnectorOperations.Members ? new (string, Window[])[] { ("unpaged", Unpaged) } : [],
        ];
        var wait = rules.Max(rule => rule.Windows.Max(window => Wait(rule.Key, window, call.At)));
        if (wait > TimeSpan.Zero)
        {
            Refused.Enqueue(call);
            return wait;
        }

        foreach (var (key, windows) in rules)
        {
            for (var i = 0; i < weight; i++) _calls[key].Enqueue(call.At);
            while (_calls[key].TryPeek(out var first) && call.At - first >= windows.Max(window => window.Length)) _calls[key].Dequeue();
        }

        return null;
    }

    private TimeSpan Wait(string key, Window window, DateTimeOffset now)
    {
        if (!_calls.TryGetValue(key, out var calls)) _calls[key] = calls = new();
        var within = calls.Where(at => now - at < window.Length).ToList();
        return within.Count < window.Count ? TimeSpan.Zero : within[^window.Count] + window.Length - now;
    }

    // Each as early as those before it allow: none of them could be earlier.
    private static TimeSpan Shortest(int messages, Window[] windows)
    {
        var times = new List<TimeSpan>();
        while (times.Count < messages) times.Add(windows.Where(window => times.Count >= window.Count).Select(window => times[^window.Count] + window.Length).Append(times.LastOrDefault()).Max());
        return times.LastOrDefault();
    }

    /// <summary>A chat with one person is called before it has a name.</summary>
    private static string Person(ConnectorCall call) => (string?)call.Body?["members"]?[0]?["id"] ?? "";

    private sealed record Window(int Count, TimeSpan Length)
    {
        public Window(int count, int seconds)
            : this(count, TimeSpan.FromSeconds(seconds))
        {
        }
    }
}
