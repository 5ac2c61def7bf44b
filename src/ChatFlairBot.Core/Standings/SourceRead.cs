namespace ChatFlairBot.Core.Standings;

/// <summary>One step of reading a source: a page of standings, or the fault that ends the reading.</summary>
public abstract record SourceRead
{
    private SourceRead()
    {
    }

    /// <summary>One page of standings.</summary>
    /// <param name="Standings">The people on it that could be read.</param>
    /// <param name="Rows">The rows that the platform sent, readable or not.</param>
    /// <param name="StatedTotal">How many people the platform says it has in all, when it says so.</param>
    public sealed record Page(IReadOnlyList<Standing> Standings, int Rows, long? StatedTotal) : SourceRead
    {
        /// <summary>People among them with a number that nobody can have (below zero, above every real score). They are not among the standings.</summary>
        public int Impossible { get; init; }
    }

    /// <summary>The reading ended here, and not well.</summary>
    public sealed record Failed(SourceFault Fault) : SourceRead;
}
