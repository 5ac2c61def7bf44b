namespace ChatFlairBot.Core.Cards;

/// <summary>A platform's rate limits as data: how many messages within how long. Of several windows all hold.</summary>
/// <param name="InChannel">For each channel; empty for no limit.</param>
/// <param name="InWorkspace">For all channels of a workspace together; empty for no limit.</param>
/// <param name="OnPlatform">For all workspaces together; empty for no limit.</param>
public sealed record PostLimits(IReadOnlyList<PostLimit> InChannel, IReadOnlyList<PostLimit> InWorkspace, IReadOnlyList<PostLimit> OnPlatform)
{
    public static PostLimits None { get; } = new([], [], []);
}

/// <summary>So many messages within so long, 1 or above.</summary>
public sealed record PostLimit(int Messages, TimeSpan Within);
