namespace ChatFlairBot.Core.Standings;

/// <summary>A source that tells what somebody knows, at a request for each: not for everybody at every poll, but for whom colleagues ask about.</summary>
public interface IExpertiseSource
{
    /// <returns>Subjects, the strongest first; nothing where the platform has none or gave up telling.</returns>
    Task<SourceAnswer<IReadOnlyList<string>>> ReadExpertiseAsync(long number, CancellationToken token);
}
