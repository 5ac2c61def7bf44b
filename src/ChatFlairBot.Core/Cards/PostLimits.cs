namespace ChatFlairBot.Core.Cards;

/// <summary>A platform's rate limits as data: how many messages within how long.</summary>
/// <param name="InChannel">For each channel.</param>
/// <param name="InWorkspace">For all channels of a workspace together.</param>
public sealed record PostLimits(PostLimit? InChannel, PostLimit? InWorkspace)
{
    public static PostLimits None { get; } = new(null, null);
}

/// <summary>So many messages within so long, 1 or above.</summary>
public sealed record PostLimit(int Messages, TimeSpan Within);
