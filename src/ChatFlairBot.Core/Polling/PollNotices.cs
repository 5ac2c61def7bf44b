using ChatFlairBot.Core.Announcing;
using ChatFlairBot.Core.Standings;
using ChatFlairBot.Core.Storing;

namespace ChatFlairBot.Core.Polling;

/// <summary>What managers are told of a source that cannot be believed or read.</summary>
internal static class PollNotices
{
    public static TroubleNotice Held(IReputationSource source, IReadOnlyList<string> reasons, IReadOnlyList<ChannelAddress> managers) => new(
        "quarantine",
        new(
            $"A poll of {source.Title} looks wrong and is held back",
            $"{string.Join('\n', reasons)}\nNothing was posted and nothing overwritten. If it is true after all: /flair quarantine release {source.Name}. "
            + $"If it is false: /flair quarantine discard {source.Name}, or just wait, for the next good poll replaces it."),
        managers);

    /// <returns>Null for what mends itself: a platform that is down or busy for a while.</returns>
    public static TroubleNotice? Of(IReputationSource source, PollRecord poll, IReadOnlyList<ChannelAddress> managers) => poll.Fault?.Kind switch
    {
        SourceFaultKind.Incomplete or SourceFaultKind.Malformed or SourceFaultKind.EndlessPaging or SourceFaultKind.TooLarge =>
            Told("incomplete", $"{source.Title} sends lists that cannot be believed", poll, managers),
        SourceFaultKind.Unauthorized or SourceFaultKind.Forbidden => Told("token", $"{source.Title} refuses the bot's token", poll, managers, Renewal(source, poll.Fault)),
        SourceFaultKind.Withheld => Told("withheld", $"{source.Title} keeps its scores to itself", poll, managers),
        SourceFaultKind.WrongAddress => Told("address", $"{source.Title} is not where it was", poll, managers),
        _ => null,
    };

    private static TroubleNotice Told(string kind, string title, PollRecord poll, IReadOnlyList<ChannelAddress> managers, string? renewal = null) =>
        new(kind, new(title, $"{poll.Reason}{renewal}\nCards stop until it is mended; the polls go on and take up the rest by themselves."), managers);

    private static string? Renewal(IReputationSource source, SourceFault fault) =>
        fault.Renewal is { } way ? $"\n{way} Whoever runs the bot puts the new one into Sources__{source.Name}__Token and starts it again." : null;
}
