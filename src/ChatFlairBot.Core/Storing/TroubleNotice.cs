using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Storing;

/// <summary>Something that managers are told about a source, once for each kind until a poll of the source is accepted again.</summary>
/// <param name="Kind">Tells one kind of trouble from another: <c>quarantine</c>, <c>incomplete</c>.</param>
/// <param name="Notice">What they are told.</param>
/// <param name="Channels">Where; empty when nobody named a channel, and then only the log tells.</param>
public sealed record TroubleNotice(string Kind, Notice Notice, IReadOnlyList<ChannelAddress> Channels);
