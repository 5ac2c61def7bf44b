namespace ChatFlairBot.Core.Standings;

/// <summary>A knowledge platform instance that knows people's standing.</summary>
/// <remarks>What only some platforms can do (badges, expertise) becomes a small interface beside this one, never a refusal at run time.</remarks>
public interface IReputationSource
{
    /// <summary>The name from the settings (<c>Sources:name</c>); part of every <see cref="PersonId"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Which site this is, whatever it is called: people of another one under the same name would be taken for each other.
    /// Null where nothing tells (a site on this machine, whose port changes).
    /// </summary>
    string? Site { get; }

    /// <summary>What cards call this source.</summary>
    string Title { get; }

    /// <summary>Reads everybody, page by page, as politely as the platform asks. A person may come twice while the list shifts.</summary>
    /// <returns>Pages, and at most one fault, which is then the last item.</returns>
    IAsyncEnumerable<SourceRead> ReadAllAsync(CancellationToken token);

    /// <summary>Reads one person.</summary>
    Task<SourceAnswer<Standing>> ReadOneAsync(long number, CancellationToken token);

    /// <summary>Tries the credentials with one cheap request.</summary>
    /// <returns>One line that says who the token belongs to, or the fault.</returns>
    Task<SourceAnswer<string>> ProbeAsync(CancellationToken token);
}
