using ChatFlairBot.Core.Announcing;

namespace ChatFlairBot.Core.Flair;

/// <summary>A command as a platform heard it.</summary>
/// <param name="Member">The name of who asks, as the platform shows it.</param>
/// <param name="Channel">Where it was asked.</param>
/// <param name="Text">What follows <c>/flair</c>, as typed.</param>
public sealed record FlairRequest(string Member, ChannelAddress Channel, string Text);
