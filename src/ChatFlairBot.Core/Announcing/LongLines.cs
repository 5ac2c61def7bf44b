using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>
/// Channels with so much to say that their own limits alone make them the last to end. Of what all share some room is kept for them:
/// standing in the others' crowd they would end later still, and the others hardly sooner.
/// </summary>
internal sealed class LongLines
{
    private readonly Dictionary<ChannelAddress, int> _waiting = [];

    /// <summary>Within each scope that shares limits; found anew after each look.</summary>
    private readonly Dictionary<object, HashSet<ChannelAddress>> _long = [];

    public void Look(IReadOnlyList<DueChannel> channels)
    {
        _waiting.Clear();
        _long.Clear();
        foreach (var one in channels.Where(one => one.Messages > 0)) _waiting[one.Channel] = one.Messages;
    }

    /// <summary>What a channel may take of limits that it shares.</summary>
    /// <param name="channel">Who wants to send.</param>
    /// <param name="shared">The limits.</param>
    /// <param name="own">What each channel has to keep to besides.</param>
    /// <param name="scope">Names those who share them.</param>
    /// <param name="isWithin">Tells those who share them.</param>
    public IReadOnlyList<PostLimit> Of(ChannelAddress channel, IReadOnlyList<PostLimit> shared, IReadOnlyList<PostLimit> own, object scope, Func<ChannelAddress, bool> isWithin)
    {
        if (shared.Count == 0 || own.Count == 0 || _waiting.Count < 2) return shared;
        if (!_long.TryGetValue(scope, out var lines)) _long[scope] = lines = Find(shared, own, isWithin);
        return lines.Count == 0 || lines.Contains(channel) ? shared : [.. shared.Select(limit => limit with { Messages = limit.Messages - Kept(limit, own, lines.Count) })];
    }

    private HashSet<ChannelAddress> Find(IReadOnlyList<PostLimit> shared, IReadOnlyList<PostLimit> own, Func<ChannelAddress, bool> isWithin)
    {
        var all = _waiting.Where(one => isWithin(one.Key)).ToList();
        var together = LeastTime(all.Sum(one => one.Value), shared);
        return [.. all.Where(one => LeastTime(one.Value, own) > together).Select(one => one.Key)];
    }

    private static TimeSpan LeastTime(int messages, IReadOnlyList<PostLimit> limits) => limits.Max(limit => limit.Within * ((messages - 1) / limit.Messages));

    // As much as they can take at once; and half at most, so that nobody waits until they are done.
    private static int Kept(PostLimit limit, IReadOnlyList<PostLimit> own, int lines) =>
        Math.Min(lines * own.Min(one => one.Messages * (int)Math.Ceiling(Math.Max(1, limit.Within / one.Within))), limit.Messages / 2);
}
