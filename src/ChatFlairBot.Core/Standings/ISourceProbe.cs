namespace ChatFlairBot.Core.Standings;

/// <summary>A source that can say what its credentials let it see, and not only that they work.</summary>
public interface ISourceProbe
{
    /// <summary>Looks around with a few cheap requests. What it may not see is no fault: only what stops a poll is one.</summary>
    Task<SourceAnswer<SourceSight>> LookAsync(CancellationToken token);
}
