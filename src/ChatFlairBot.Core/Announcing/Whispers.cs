using ChatFlairBot.Core.Cards;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Announcing;

/// <summary>Whoever keeps their milestones to themselves is told of them in private, where a channel of their workspace would have heard.</summary>
/// <param name="members">Knows who somebody is in chat.</param>
/// <param name="platforms">Those that are switched on.</param>
/// <param name="terms">When they are told.</param>
public sealed class Whispers(IMemberStore members, IReadOnlyList<IChatPlatform> platforms, Terms terms)
{
    /// <param name="announcement">Of somebody who said "only me".</param>
    /// <param name="subscriptions">All in force.</param>
    /// <param name="now">The time.</param>
    /// <param name="token">Ends the search.</param>
    /// <returns>Where it is whispered; nowhere when nobody in chat is known to be this person.</returns>
    public async Task<IReadOnlyList<ChannelVerdict>> OfAsync(Announcement announcement, IEnumerable<Subscription> subscriptions, DateTimeOffset now, CancellationToken token)
    {
        if (announcement.IsOfNobody) return [];
        var willing = subscriptions.Where(one => one.Wants(announcement)).Select(one => (one.Channel.Platform, one.Channel.Workspace)).ToHashSet();
        if (willing.Count == 0) return [];
        var known = await members.MembersOfAsync(announcement.Standing.Person, token);
        return [.. known.Select(one => one.Id).Where(one => willing.Contains((one.Platform, one.Workspace)) && CanWhisper(one.Platform)).Select(one => new ChannelVerdict(ChannelAddress.Of(one), terms.DueAt(now), null))];
    }

    private bool CanWhisper(string platform) => platforms.Any(one => one.Name == platform && one.TellsMembers);
}
