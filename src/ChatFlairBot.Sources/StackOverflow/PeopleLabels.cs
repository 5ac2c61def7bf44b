using ChatFlairBot.Core.Standings;

namespace ChatFlairBot.Sources.StackOverflow;

/// <summary>What the list of people does not say of them, such as their groups: read once a day, for it changes rarely and costs many requests.</summary>
/// <param name="read">Reads all of it: a person's number and what they are labelled with.</param>
/// <param name="time">The clock.</param>
internal sealed class PeopleLabels(Func<CancellationToken, Task<SourceAnswer<Dictionary<long, SortedSet<string>>>>> read, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    private DateTimeOffset _due = DateTimeOffset.MinValue;
    private Dictionary<long, SortedSet<string>>? _labels;

    /// <summary>Reads it when it is due. What the site does not have, or not for this token, is left at that until tomorrow.</summary>
    public async Task RefreshAsync(CancellationToken token)
    {
        if (time.GetUtcNow() < _due) return;
        var answer = await read(token);
        if (answer.TryGet(out var labels, out var fault)) _labels = labels;
        // A passing fault leaves yesterday's labels, and the next poll tries again.
        if (fault?.Kind is not (SourceFaultKind.Throttled or SourceFaultKind.Unavailable or SourceFaultKind.Unreachable)) _due = time.GetUtcNow() + Freshness;
    }

    /// <summary>The labels of one person; null while nobody told any.</summary>
    public IReadOnlyList<string>? Of(long person) => _labels is null ? null : _labels.TryGetValue(person, out var labels) ? [.. labels] : [];
}
