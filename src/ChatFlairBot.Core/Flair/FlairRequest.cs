using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair;

/// <summary>A command as a platform heard it.</summary>
/// <param name="Asker">Who asks, as the platform shows them now.</param>
/// <param name="Channel">Where it was asked.</param>
/// <param name="Text">What follows <c>/flair</c>, as typed.</param>
public sealed record FlairRequest(Member Asker, ChannelAddress Channel, string Text)
{
    /// <summary>Whether the platform lets this member look after the bot in this channel; settings may name more.</summary>
    public bool IsManager { get; init; }

    /// <summary>Members whom the text mentions, as the platform shows them now; whoever is not among them is known by id only.</summary>
    public IReadOnlyList<Member> Mentioned { get; init; } = [];

    /// <summary>The name under which the member says to be found at a source, where saying so is all there is; null elsewhere.</summary>
    public string? Claim { get; init; }
}
